/** Ways in which people say whose a task is, by kind: a text, and every task in it as `outline` shows it. */
export type Kinds = Readonly<Record<string, readonly (readonly [text: string, tasks: readonly string[]])[]>>;

export const ROSTER = `//- /roster.yml
people:
  nora: { name: Nora Vance, team: field, aliases: [Nono] }
  tomas: { name: Tomás Ibarra, team: field }
  yuki: { name: 佐藤ゆき }
  dalia: { name: דליה כהן }
teams:
  field: { name: Field Sales, lead: nora }
roles:
  se: { name: Sales Engineer, holders: [tomas, nora] }
//- /doc.playbook.md
`;

const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

/** Places in which the same text says the same. Headings speak for a document only where they are its own. */
export const surroundings: Readonly<Record<string, (text: string) => string>> = {
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'a block quote': (text) => text.replace(/^(?!$(?![^]))/gm, '> '),
  'a list item': (text) => `- Outer\n\n${indented(text, '  ')}`,
  'a nested list in a quote': (text) =>
    `1. Outer\n   - Inner\n\n${indented(text, '     ')}`.replace(/^(?!$(?![^]))/gm, '> '),
  'the end of a document': (text) => `Words before.\n\n${text.trimEnd()}`,
};

/** Whether a text says the same only as a document of its own. */
export function isWhole(text: string): boolean {
  return /^#/m.test(text) || text.startsWith('---');
}
