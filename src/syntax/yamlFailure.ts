/** Why the parser stopped, and how to say that to somebody who does not know YAML. */

import type { MessageArgs } from '../text/message.ts';
import type { InvalidMessage } from './frontMatterProblem.ts';
import type { YamlNode } from './yamlTree.ts';

/** Why a block could not be read, in the parser's words, and at which offset of the document it stopped. */
export interface ReadFailure {
  readonly kind: 'failure';
  readonly reason: string;
  readonly at: number;
}

export function isFailure(result: YamlNode | ReadFailure | undefined): result is ReadFailure {
  return result?.kind === 'failure';
}

/** The parser's reason in plain words. `alone`: it stopped in the first line of what it read. */
export function explain(reason: string, alone: boolean, maxDepth: number): [InvalidMessage, MessageArgs] {
  if (reason.startsWith('nesting exceeded')) return ['tooDeep', { limit: maxDepth }];
  if (/escape sequence|hexadecimal/.test(reason)) return ['badEscape', {}];
  if (reason.includes('tab characters')) return ['tab', {}];
  if (/missed comma/.test(reason)) return ['missingComma', {}];
  if (/expected ':'|multiline key/.test(reason)) return [alone ? 'noColon' : 'badIndent', {}];
  if (/indentation/.test(reason) && !alone) return ['badIndent', {}];
  return ['unreadable', { reason: reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? reason }];
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /indentation|document separator/,
    'there is more here than one value, or it does not fit what stands above it',
  ],
  [/within a (?:single|double) quoted/, 'a quotation mark is not closed'],
  [/within a flow collection/, 'a bracket is not closed'],
  [/expected the node content/, 'a value is missing before a comma'],
  [/line break is expected/, 'after | or > the text starts in the next line'],
  [/tag/, 'a word that starts with ! is no plain text; put it in quotes'],
  [/anchor|alias/, 'a word that starts with & or * is no plain text; put it in quotes'],
  [/whitespace character is expected/, 'a space is missing after the colon'],
];
