import { frontMatterInvalidFixes, frontMatterInvalidMessages } from '../syntax/frontMatterMessages.ts';
import type { Rule } from './rule.ts';
import { reportSyntaxProblems } from './syntaxProblems.ts';

export const frontMatterInvalid: Rule = {
  id: 'front-matter-invalid',
  severity: 'error',
  summary: 'Front matter or a roster that cannot be read',
  judgesForm: true,
  messages: frontMatterInvalidMessages,
  fixTitles: frontMatterInvalidFixes,
  check(file, report) {
    reportSyntaxProblems('front-matter-invalid', file, report);
  },
};
