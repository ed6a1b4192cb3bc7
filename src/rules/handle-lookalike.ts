import { lex } from '../syntax/lexemes.ts';
import type { OwnerLine } from '../syntax/playbook.ts';
import { lineRange, type Range } from '../text/range.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { isHandle } from '../workspace/handles.ts';
import { invisibleCharacters, lookalike, lookalikeInText, type Lookalike } from '../workspace/lookalikes.ts';
import type { Owner } from '../workspace/rosterTypes.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { entriesOf } from './rosterEntry.ts';
import type { Finding, Rule } from './rule.ts';

export const handleLookalike: Rule = {
  id: 'handle-lookalike',
  severity: 'warning',
  summary: 'A handle that is not what it looks like',
  judgesForm: false,
  messages: {
    invisible: 'There is an invisible character in @{handle}, so it names somebody else. Type the name anew.',
    mixed:
      'The letter "{letter}" in @{handle} is of another alphabet and only looks right, so it names somebody else. Type the name anew.',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    const { people, teams, roles } = file.roster;
    for (const owners of [people, teams, roles] as ReadonlyMap<string, Owner>[]) {
      for (const { handle, place } of entriesOf(file, owners)) {
        const found = lookalike(handle);
        if (found) report(finding(found, handle, place.range, ''));
      }
    }
    if (file.kind !== 'playbook') return;
    for (const { written, range } of candidates(file)) {
      const found = lookalikeInText(written);
      if (found) report(finding(found, written, range, '@'));
    }
  },
};

function finding(
  { kind, letter, meant }: Lookalike,
  written: string,
  range: Range,
  before: '@' | '',
): Finding {
  const edits = [{ range, newText: before + meant }];
  return {
    message: kind,
    // A sentence with an invisible character in it would be no help.
    args: kind === 'mixed' ? { handle: written, letter } : { handle: meant },
    range,
    ...(isHandle(meant) && { fix: { title: 'change', args: { text: before + meant }, edits } }),
  };
}

/** All suspects are among these; engines see at a glance that a text without any letter beyond Latin-1 has none. */
const RARE = /[\u00AD\u0100-\uFFFF]/;
/** An `@` and somewhere behind it a character that may be in the wrong place there. */
const SUSPECT = new RegExp(
  String.raw`@[^\s@]*[${invisibleCharacters}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Coptic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}]`,
  'u',
);
const WRITTEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}_.@/])@([\p{L}\p{N}\p{M}_.\-/${invisibleCharacters}]+)`,
  'gu',
);
/** What a text from right to left puts around a name, and marks at the end of a sentence. */
const AROUND = '.-/\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF';

interface Candidate {
  /** Without the `@`. */
  readonly written: string;
  /** With the `@`. */
  readonly range: Range;
}

/** What stands behind an `@` in tasks, headings and owner lines, and is not plain ASCII. */
function* candidates(file: PlaybookView): Iterable<Candidate> {
  const { lines } = file.playbook;
  // Almost no document has one, and this is asked after every keystroke.
  if (!RARE.test(lines.text) || !SUSPECT.test(lines.text)) return;
  for (const line of [...linesOf(file)].sort((a, b) => a - b)) {
    const text = lines.line(line);
    if (!SUSPECT.test(text)) continue;
    const pieces = lex(text);
    for (const match of text.matchAll(WRITTEN)) {
      const written = trimEndOf(match[1] ?? '', AROUND);
      const at = match.index;
      const piece = pieces.find((p) => p.start <= at && at < p.end);
      // In code, addresses and comments it is no mention.
      if (written === '' || !piece || !/^(?:mention|mark|token)$/.test(piece.type)) continue;
      yield { written, range: lineRange(line, at, at + 1 + written.length) };
    }
  }
}

/** The lines on which a mention may say who does something. */
function linesOf({ playbook, tasks }: PlaybookView): Set<number> {
  const found = new Set<number>();
  const add = (range: Range) => {
    for (let line = range.start.line; line <= range.end.line; line++) found.add(line);
  };
  const addLine = (line: OwnerLine) => {
    add(line.range);
  };
  for (const { done, node, words } of tasks) {
    if (done) continue;
    add(words.range);
    words.tokens.forEach((t) => {
      add(t.range);
    });
    if (node.kind === 'task') node.ownerLines.forEach(addLine);
    else add(node.range);
  }
  for (const block of playbook.blocks) {
    if (block.kind === 'heading') add(block.range);
    else if (block.kind === 'ownerLine') addLine(block);
    else if (block.kind === 'table' && block.keyValue) addLine(block.keyValue);
  }
  return found;
}
