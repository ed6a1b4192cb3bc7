import { canBeName } from '../syntax/names.ts';
import { splitOwners } from '../syntax/ownerValues.ts';
import { joiningWords } from '../syntax/ownerWords.ts';
import type { OwnerLine, OwnerValue, Section } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { ownerCells } from '../workspace/ownerCells.ts';
import { claimingGroup } from '../workspace/parties.ts';
import type { OwnedTask } from '../workspace/tasks.ts';

/** What stands in an owner's place where nobody owns. */
export interface OwnerBlank {
  /** Something to fill in, a word for all and so for nobody, a description, or a name in brackets that no roster knows. */
  readonly kind: 'blank' | 'everyone' | 'prose' | 'stranger';
  /** As written. */
  readonly text: string;
}

/** A dash says nothing that could be quoted. */
const SAYS = /[\p{L}\p{N}_[\]<>{}]/u;

/** `[Change Builder] test it`: one word alone may as well be a tag, and `[Event Name]` is to be filled in. */
const BRACKETED = /^(?:\d{1,3}[.)]\s+)?\[([^[\]]+)\][\s:：]+[^\s:：]/u;
const BLANK_ENDS = new Set(
  'name title date time day topic link url number type place location address description here'.split(' '),
);

/** Tells for the unowned tasks of one playbook what stands where an owner would; good for the view it was made for. */
export class OwnerBlanks {
  readonly #view: PlaybookView;
  readonly #sections = new Map<Section, OwnerBlank | undefined>();

  constructor(view: PlaybookView) {
    this.#view = view;
  }

  of({ node, table, section }: OwnedTask): OwnerBlank | undefined {
    if (node.kind === 'row') {
      return node.raci.length > 0
        ? undefined
        : this.#inValues(ownerCells(node, table, this.#view.roster), true);
    }
    const own = this.#inWords(node) ?? this.#inValues(node.ownerLines.flatMap(valuesOf), false);
    if (own) return own;
    const stranger = strangerIn(node.words.text);
    if (stranger) return stranger;
    // What stands above it may say so, too; where a task or an item lies between, that one has the word.
    return node.parent || node.above.length > 0 ? undefined : this.#above(section);
  }

  /** The nearest section upward that says something. */
  #above(section: Section): OwnerBlank | undefined {
    if (this.#sections.has(section)) return this.#sections.get(section);
    const { heading } = section;
    const lines = [
      heading?.ownerLine,
      ...section.ownerLines.map((l) => (l.kind === 'table' ? l.keyValue : l)),
    ];
    const found =
      (heading && this.#inWords(heading)) ??
      this.#inValues(
        lines.flatMap((l) => (l ? valuesOf(l) : [])),
        false,
      ) ??
      (section.parent && this.#above(section.parent));
    this.#sections.set(section, found);
    return found;
  }

  #inWords({ words }: { readonly words: OwnedTask['words'] }): OwnerBlank | undefined {
    const blank = claimingGroup(words, this.#view.roster)?.members.find((m) => m.form === 'placeholder');
    return blank && { kind: 'blank', text: this.#text(blank.range) };
  }

  /** @param quotesProse in a cell a description means nobody; behind a label it says nothing about who does */
  #inValues(values: readonly OwnerValue[], quotesProse: boolean): OwnerBlank | undefined {
    for (const part of values.flatMap((v) => splitOwners(v, this.#view.roster))) {
      if (part.kind === 'mention' && part.mention.form === 'placeholder')
        return { kind: 'blank', text: this.#text(part.mention.range) };
      if (part.kind === 'prose' && quotesProse) return { kind: 'prose', text: part.text };
      if (part.kind !== 'nobody') continue;
      const text = this.#text(part.range);
      if (part.isEveryone) return { kind: 'everyone', text };
      if (SAYS.test(text)) return { kind: 'blank', text };
    }
    return undefined;
  }

  #text(range: Range): string {
    const text = this.#view.playbook.lines
      .slice(range)
      .trim()
      .replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
    // Emphasis around it; `____` is a blank of its own.
    return text.replace(/^([*_]{1,3})([^*_](?:.*[^*_])?)\1$/, '$2');
  }
}

/** The name in brackets at the front, where a roster's person or role would own; or several, joined. */
function strangerIn(text: string): OwnerBlank | undefined {
  const name = BRACKETED.exec(text)?.[1]?.trim() ?? '';
  const words = name.split(/\s+/u);
  if (words.length < 2 || BLANK_ENDS.has(words.at(-1)?.toLowerCase() ?? '')) return undefined;
  const parts: string[][] = [[]];
  for (const word of words) {
    if (joiningWords.has(word) || /^[&/+]$/.test(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  if (/\p{N}/u.test(name) || !parts.every((part) => canBeName(part.join(' '), false))) return undefined;
  return { kind: 'stranger', text: name };
}

function valuesOf({ value, bullets }: OwnerLine): readonly OwnerValue[] {
  return value.text === '' ? bullets : [value];
}
