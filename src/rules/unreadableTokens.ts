import { isPlaceholder } from '../syntax/mentions.ts';
import type { Token } from '../syntax/playbook.ts';
import { shorten } from '../workspace/display.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Finding } from './rule.ts';
import { judgedTokens } from './taskPlaces.ts';

/** How the values of one key are read. */
export interface TokenReading {
  readonly key: Token['key'];
  readonly isValid: (value: string) => boolean;
  /** What a value that cannot be read most likely meant; it is asked in lower case. */
  readonly suggest: (value: string) => string | undefined;
  /** Messages of the rule: without a suggestion, and with one. */
  readonly messages: { readonly plain: string; readonly near: string };
}

/** Reports every value of a key that cannot be read. A rule that calls this has the fix title `change`. */
export function reportUnreadable(
  file: PlaybookView,
  { key, isValid, suggest, messages }: TokenReading,
  report: (finding: Finding) => void,
): void {
  for (const { token, title } of judgedTokens(file, key)) {
    const [value] = token.values;
    if (!value || isValid(value.text)) continue;
    // Who copies a template fills in its blanks.
    if (file.roster.template && isPlaceholder(value.text)) continue;
    const { text, range } = value;
    const args = { text: shorten(text), task: shorten(title) };
    const suggestion = suggest(text.toLowerCase());
    report(
      suggestion === undefined
        ? { message: messages.plain, args, range }
        : {
            message: messages.near,
            args: { ...args, suggestion },
            range,
            fix: {
              title: 'change',
              args: { text: `${key}:${suggestion}` },
              edits: [{ range, newText: suggestion }],
            },
          },
    );
  }
}
