import { compactList } from '../text/compactList.ts';
import { append } from '../text/lists.ts';
import type { BlockToken } from './blockToken.ts';
import type { InlineLine } from './inlineLine.ts';
import { InlineText } from './inlineText.ts';
import type { Above, OwnerLine, OwnerValue, Task } from './playbook.ts';
import { valueEnd } from './valueEnd.ts';
import { analyzeWords } from './words.ts';

/** A list item that is being read, with what its child bullets say about owners. */
export interface OpenItem {
  readonly kind: 'item';
  readonly token: BlockToken;
  readonly ownerLines: OwnerLine[];
  task: MutableTask | undefined;
  /** The first paragraph of an item that is no task: it may lead in a list. */
  words: InlineText | undefined;
}

/** A list that is being read. */
export interface OpenList {
  readonly kind: 'list';
  /** The line that leads it in, if one does; most lists hold no tasks, and theirs is never read. */
  readonly leadIn: (() => Above | undefined) | undefined;
  /** The line ends in a colon. */
  readonly isLedIn: boolean;
  /** The owner line whose value its bullets are. */
  collects: MutableOwnerLine | undefined;
  readonly bullets: OwnerValue[];
}

export type MutableTask = Omit<Task, 'ownerLines' | 'above'> & {
  ownerLines: readonly OwnerLine[];
  above: readonly Above[];
};
export type MutableOwnerLine = Omit<OwnerLine, 'bullets'> & { bullets: readonly OwnerValue[] };

/** Lists and items that are open while a text is read from top to bottom, and what stands right before the next one. */
export class OpenBlocks {
  /** The outermost first. */
  readonly #open: (OpenItem | OpenList)[] = [];
  /** The paragraph that came last, while nothing has come behind it. */
  #paragraph: InlineText | undefined;
  /** An empty owner line that ends it. */
  #emptyLine: MutableOwnerLine | undefined;
  /** Tasks below something that may say whose they are. */
  readonly #nested: MutableTask[] = [];

  openList(): void {
    const before = this.#paragraph;
    const { item } = this;
    const ofItem = item?.task ? undefined : item?.words;
    const words = before ?? ofItem;
    const isLedIn = words !== undefined && LEADS_IN.test(words.text);
    const leadIn = isLedIn
      ? once(() => leadInOf(words, 'leadIn'))
      : ofItem && once(() => leadInOf(ofItem, 'item'));
    this.#open.push({ kind: 'list', leadIn, isLedIn, collects: this.#emptyLine, bullets: [] });
    this.forgetParagraph();
  }

  openItem(token: BlockToken): void {
    this.#open.push({ kind: 'item', token, ownerLines: [], task: undefined, words: undefined });
    this.forgetParagraph();
  }

  /** The list or item that was opened last. */
  close(): void {
    this.#open.pop();
    this.forgetParagraph();
  }

  /** A list that begins now is led in by it. */
  keepParagraph(inline: InlineText): void {
    this.#paragraph = inline;
  }

  /** A list that begins now holds its value. */
  keepEmptyLine(line: MutableOwnerLine): void {
    this.#emptyLine = line;
  }

  /** Something else comes behind it. */
  forgetParagraph(): void {
    this.#paragraph = undefined;
    this.#emptyLine = undefined;
  }

  /** The innermost list item, if what is read now stands right in it. */
  get item(): OpenItem | undefined {
    const last = this.#open.at(-1);
    return last?.kind === 'item' ? last : undefined;
  }

  /** The list of that item. */
  get list(): OpenList | undefined {
    const list = this.#open.at(-2);
    return list?.kind === 'list' ? list : undefined;
  }

  /** The list item whose child bullets are read now. */
  get itemAround(): OpenItem | undefined {
    const outer = this.#open.at(-3);
    return outer?.kind === 'item' ? outer : undefined;
  }

  /** The innermost task around the item that is read now. */
  get taskAround(): MutableTask | undefined {
    for (let i = this.#open.length - 2; i >= 0; i--) {
      const around = this.#open[i];
      if (around?.kind === 'item' && around.task) return around.task;
    }
    return undefined;
  }

  /** What stands between the item that is read now and the task around it. */
  above(): readonly Above[] {
    const above: Above[] = [];
    for (let i = this.#open.length - 2; i >= 0; i--) {
      const around = this.#open[i];
      if (around?.kind === 'list') {
        // What an item says in brackets holds for the list right below it alone.
        const leadIn = around.isLedIn || i === this.#open.length - 2 ? around.leadIn?.() : undefined;
        if (leadIn) above.push(leadIn);
      } else if (around?.task) break;
      else if (around) above.push(around);
    }
    return above;
  }

  addTask(item: OpenItem, task: MutableTask): void {
    item.task = task;
    if (task.above.length > 0) this.#nested.push(task);
  }

  /** Once all is read: items that turned out to say nothing stand above no task. */
  settle(): void {
    for (const task of this.#nested) {
      task.above = compactList(task.above.filter((a) => a.kind === 'leadIn' || a.ownerLines.length > 0));
    }
  }
}

/** Ends in a colon, emphasis aside. */
const LEADS_IN = /[:：][*_]*\s*$/;

/** The last line alone, where prose stands before it. */
function leadInOf(inline: InlineText, kind: 'leadIn' | 'item'): Above | undefined {
  const last = inline.lines.at(-1);
  return last && { kind: 'leadIn', words: analyzeWords(new InlineText([last]), kind) };
}

/** What is asked for is read when it is asked for first. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}

/** Takes an owner line among the child bullets of an item for the item's, or for its task's behind those it has. */
export function addOwnerLine(item: OpenItem, line: OwnerLine): void {
  const { task, ownerLines } = item;
  if (task && ownerLines.length === 0) append(ownerLines, task.ownerLines);
  ownerLines.push(line);
  if (task) task.ownerLines = ownerLines;
}

/** Takes a bullet for the value of the owner line above its list. */
export function collectBullet(list: OpenList, { text, line, character }: InlineLine): void {
  const { collects, bullets } = list;
  if (!collects) return;
  const end = valueEnd(text, '');
  const range = { start: { line, character }, end: { line, character: character + end } };
  bullets.push({ text: text.slice(0, end), range });
  collects.bullets = bullets;
}
