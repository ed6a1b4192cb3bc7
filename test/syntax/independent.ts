/** The task list items of a text by another parser: micromark with GFM. */

import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse } from '../../src/syntax/parse.ts';
import { tasksOf } from './show.ts';

type Nodes = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

/** `3 5x`: the line (zero-based) of every task list item, with an x where it is checked. */
export function independentTasks(text: string): string {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      found.push(`${(node.position?.start.line ?? 0) - 1}${node.checked ? 'x' : ''}`);
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return found.join(' ');
}

/** The same of our own tree. */
export function ourTasks(text: string): string {
  return tasksOf(parse(text))
    .map((t) => `${t.range.start.line}${t.done ? 'x' : ''}`)
    .join(' ');
}

/** Our front matter means nothing to the other parser: blank lines take its place. */
export function withoutFrontMatter(text: string): string {
  const end = parse(text).frontMatter?.endLine ?? 0;
  const lines = text.split(/\r\n|\r|\n/);
  return lines.map((l, i) => (i < end ? '' : l)).join('\n');
}
