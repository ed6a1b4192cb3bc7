import { allRules } from '../rules/all.ts';
import type { Directive } from '../syntax/playbook.ts';
import { message } from '../text/message.ts';
import { comparePositions, type Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Completion, CompletionContext } from './completion.ts';
import { commentActions, commentMeanings, type CommentAction } from './commentTexts.ts';
import { ownLines } from './lookup.ts';

/** The comment around a caret. Offsets of the text. */
interface Comment {
  /** What stands between `<!--` and the caret. */
  readonly before: string;
  /** The same from the caret to the end of the comment, or of the line where it has none. */
  readonly after: string;
  readonly isClosed: boolean;
}

const WORD = /^\s*([\w-]*)$/;
const RULES =
  /^\s*playbook-(disable-next-line|disable-file|disable|enable)[\s,]+((?:[^\s,>]+[\s,]+)*)([^\s,>]*)$/;
/** The rest of a word, which may run up against the end of the comment. */
const REST = /^(?:\w|-(?!-?>))*/;

/** VS Code writes the `>` of an opened `<` by itself, which is a part of the end that is missing. */
const HALF_END = /^\s*-?>\s*$/;

/**
 * Inside of `<!-- … -->`: what silences rules, and behind it the rules, those with a problem in the line below first.
 * @returns undefined outside of comments
 */
export function commentCompletions(
  view: PlaybookView,
  at: Position,
  context: CompletionContext,
): Completion[] | undefined {
  const comment = commentAround(view, at);
  if (!comment) return undefined;
  const { trigger } = context;
  if (trigger !== undefined && !' -,'.includes(trigger)) return [];
  const rules = RULES.exec(comment.before);
  const typed = rules?.[3] ?? WORD.exec(comment.before)?.[1];
  // `<!--` is not yet the beginning of a word.
  if (typed === undefined || (trigger === '-' && typed === '')) return [];
  const rest = REST.exec(comment.after)?.[0] ?? '';
  const half = comment.isClosed ? '' : (HALF_END.exec(comment.after.slice(rest.length))?.[0] ?? '');
  const range = {
    start: { line: at.line, character: at.character - typed.length },
    end: { line: at.line, character: at.character + rest.length + half.length },
  };
  if (!rules) return words(comment, rest, range, comment.before === '' ? ' ' : '');
  const action = rules[1] as CommentAction;
  const named = [...(rules[2] ?? '').split(/[\s,]+/), ...comment.after.slice(rest.length).split(/[\s,]+/)];
  const likely = likelyRules(view, at, action, context);
  return allRules
    .filter(({ id }) => !named.includes(id))
    .map((rule) => ({ rule, isLikely: likely.has(rule.id) }))
    .sort((a, b) => Number(b.isLikely) - Number(a.isLikely))
    .map(({ rule: { id, summary } }, rank) => ({
      kind: 'rule',
      label: id,
      detail: message(summary),
      insertText: id,
      filterText: `${id} ${summary}`,
      rank,
      range,
      opensNext: false,
      ...closing(comment, rest),
    }));
}

function words(comment: Comment, rest: string, range: Completion['range'], before: string): Completion[] {
  return commentActions.map((action, rank) => {
    const label = `playbook-${action}`;
    // Behind all but one it is worth saying which rules.
    const isEnd = action === 'enable';
    return {
      kind: 'comment',
      label,
      detail: message(commentMeanings[action]),
      filterText: label,
      rank,
      range,
      insertText: `${before}${label}${isEnd ? '' : ' '}`,
      opensNext: !isEnd,
      ...closing(comment, rest),
    };
  });
}

/** The end of the comment, where it is missing or would run into the word. */
function closing({ after, isClosed }: Comment, rest: string): Pick<Completion, 'behindCaret'> {
  if (!isClosed) return { behindCaret: ' -->' };
  return after.slice(rest.length) === '' ? { behindCaret: ' ' } : {};
}

// Nobody writes longer ones, and a text must not be searched whole for each key.
const LONGEST = 1000;

function commentAround({ playbook: { lines } }: PlaybookView, at: Position): Comment | undefined {
  const { text } = lines;
  const caret = lines.offsetAt(at);
  const from = Math.max(0, caret - LONGEST);
  const start = text.slice(from, caret).lastIndexOf('<!--');
  if (start < 0) return undefined;
  const before = text.slice(from + start + 4, caret);
  if (before.includes('-->')) return undefined;
  const below = text.slice(caret, caret + LONGEST);
  const [line = ''] = below.split(/[\r\n]/, 1);
  const end = below.indexOf('-->');
  const next = below.indexOf('<!--');
  // An end further down belongs to this comment only if it runs on without a blank line.
  const isClosed =
    end >= 0 && (next < 0 || end < next) && (end < line.length || !/\n\s*\n|- \[/.test(below.slice(0, end)));
  return { before, after: isClosed ? below.slice(0, end) : line, isClosed };
}

/** Rules with a problem in the line below, as far as its section shows; for `enable` those that are silent. */
function likelyRules(
  view: PlaybookView,
  at: Position,
  action: CommentAction,
  { judge }: CompletionContext,
): ReadonlySet<string> {
  const { directives } = view.playbook;
  if (action === 'enable') {
    const above = directives.filter((d) => d.action === 'disable' && d.range.end.line <= at.line);
    return new Set(above.flatMap((d) => d.rules.map((r) => r.id)));
  }
  if (action !== 'disable-next-line') return new Set();
  // Without a rule behind it, the comment silences at this moment what it is asked for.
  const own = directives.find((d) => isAt(d, at));
  const next = (own?.range.end.line ?? at.line) + 1;
  const problems = judge?.(sectionOnly(view, next, own)) ?? [];
  return new Set(problems.filter((p) => p.range.start.line === next).map((p) => p.rule.id));
}

/** Judging all of a long playbook would take too long for a list. */
function sectionOnly(view: PlaybookView, line: number, without: Directive | undefined): PlaybookView {
  const { playbook, tasks } = view;
  const [from, to] = ownLines(playbook.root, line);
  const isInside = ({ range: { start } }: { readonly range: Range }) => from <= start.line && start.line < to;
  return {
    ...view,
    tasks: tasks.filter((t) => isInside(t.node)),
    playbook: {
      ...playbook,
      blocks: playbook.blocks.filter(isInside),
      directives: playbook.directives.filter((d) => d !== without),
    },
  };
}

function isAt({ range }: Directive, at: Position): boolean {
  return comparePositions(range.start, at) < 0 && comparePositions(at, range.end) < 0;
}
