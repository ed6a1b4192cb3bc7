/** A mutant that behaves as the original does, so that no test can notice it, and why. */
export interface Equivalent {
  readonly file: string;
  /** The line it stands on, without the white space around it. */
  readonly source: string;
  /** As the report shows it. */
  readonly change: string;
  /** When the line has several that are alike: which, counted from 0. */
  readonly nth?: number;
  readonly why: string;
}

/** In the order of their files. The report says which entries fit nothing any more. */
export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'src/language/assign.ts',
    source: 'if (claimOfGroups(node.words.ownerGroups, roster)) return undefined;',
    change: 'claimOfGroups(node.words.ownerGroups, roster) → false',
    why: 'All three callers have asked for the group before they ask for a line, and go another way where there is one.',
  },
  {
    file: 'src/language/templates.ts',
    source: "const handles = (list[2] ?? '').split(', ').map((t) => teams.get(t) ?? t);",
    change: "'' → 'mutated'",
    why: 'The pattern has matched, and with it this group: the empty text is there for the type.',
  },
  {
    file: 'src/language/templates.ts',
    source: "return `${list[1] ?? ''}${handles.join(', ')}]`;",
    change: "'' → 'mutated'",
    why: 'The pattern has matched, and with it this group: the empty text is there for the type.',
  },
  {
    file: 'src/syntax/yamlPlace.ts',
    source: 'others: children.flatMap((c) => c.key?.text ?? []),',
    change: 'c.key?.text ?? [] → c.key?.text',
    why: 'Only lines with a key are kept as children: the empty list is there for the type.',
  },
  {
    file: 'src/rules/circles.ts',
    source: 'low.set(node, Math.min(low.get(node) ?? 0, to ?? Infinity));',
    change: 'low.get(node) ?? 0 → low.get(node)',
    why: 'Every node is given its number when it is entered, before any is lowered: the 0 is there for the type.',
  },
  ...[0, 1].map((nth) => ({
    file: 'src/rules/sla-invalid.ts',
    source: "const [, amount = '', unit = ''] = /^0*([1-9]\\d{0,3})[ -]?([a-z -]+)$/.exec(text) ?? [];",
    change: "'' → 'mutated'",
    nth,
    why: 'Both stand in only where the text does not match, and then neither word is a unit: nothing is proposed.',
  })),
  {
    file: 'src/rules/suppression.ts',
    source: "if (directive.action === 'unknown') {",
    change: "directive.action === 'unknown' → false",
    why: 'The spans of an unknown word hold no line, and whoever reports comments of no use asks for the word first.',
  },
  {
    file: 'src/syntax/body.ts',
    source: 'const [from, to] = token.map ?? [0, 0];',
    change: '[0, 0] → []',
    why: 'markdown-it says of every block where it stands: the zeros are there for the type.',
  },
  {
    file: 'src/syntax/lexemes.ts',
    source: 'return false;',
    change: 'false → true',
    why: 'Where no comment ends behind this place, the same place is looked at once more and then passed over.',
  },
  {
    file: 'src/syntax/lexemes.ts',
    source: "if (close < 0 || text.slice(at, close).includes('\\n')) return undefined;",
    change: '0 → 1',
    why: 'The closing quote stands behind an opening one, so never at 0.',
  },
  {
    file: 'src/syntax/tableCells.ts',
    source: "if (cells.length > 0 && cells.at(-1)?.text === '') cells.pop();",
    change: 'cells.length > 0 → cells.length >= 0',
    why: 'Without cells there is no last one whose text could be empty.',
  },
  {
    file: 'src/syntax/tableCells.ts',
    source: "if (cells.length > 0 && cells.at(-1)?.text === '') cells.pop();",
    change: 'cells.at(-1)?.text → cells.at(-1).text',
    why: 'There are cells, as was asked right before: the question mark is there for the type.',
  },
  {
    file: 'src/syntax/yamlComposer.ts',
    source: 'const breaks = space.match(/\\r\\n?|\\n/g)?.length ?? 0;',
    change: '0 → 1',
    why: 'Only white space with a line break in it is folded.',
  },
  {
    file: 'src/syntax/yamlFlowRepair.ts',
    source:
      'while (next < this.#text.length && (isSpace(this.#text[next]) || isBreak(this.#text[next]))) next++;',
    change: 'next < this.#text.length → next <= this.#text.length',
    why: 'Behind the end stands nothing, which is neither a space nor a line break.',
  },
  {
    file: 'src/syntax/yamlFlowRepair.ts',
    source: "while (at < this.#text.length && !',{}[]\\n\\r'.includes(this.#text[at] ?? '')) at++;",
    change: "this.#text[at] ?? '' → this.#text[at]",
    why: 'Before the end there is always a character: the empty text is there for the type.',
  },
  {
    file: 'src/workspace/display.ts',
    source:
      "return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;",
    change: "names.at(-1) ?? '' → names.at(-1)",
    why: 'There are two names or more: the empty text is there for the type.',
  },
  {
    file: 'src/rules/meeting-missing.ts',
    source: "return 2 * uri.lastIndexOf('/') + (isRosterName(uri) ? 0 : 1);",
    change: '2 → 3',
    why: 'Any factor above 1 puts a folder before what is in the folder around it.',
  },
  {
    file: 'src/rules/meeting-missing.ts',
    source: "return 2 * uri.lastIndexOf('/') + (isRosterName(uri) ? 0 : 1);",
    change: '1 → 2',
    why: 'A folder below has a longer path by two characters at least, which counts for four.',
  },
];
