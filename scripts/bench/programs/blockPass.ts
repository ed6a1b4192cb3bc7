import MarkdownIt, { type Token } from 'markdown-it';

const md = new MarkdownIt({ html: true });
md.core.ruler.enableOnly(['normalize', 'block']);

/** markdown-it's block rules over a whole text, and nothing else: the least that anyone who reads Markdown must do. */
export function blockPass(text: string): Token[] {
  return md.parse(text, {});
}
