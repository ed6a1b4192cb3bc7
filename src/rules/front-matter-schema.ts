import { frontMatterSchemaFixes, frontMatterSchemaMessages } from '../syntax/frontMatterMessages.ts';
import type { Rule } from './rule.ts';
import { reportSyntaxProblems } from './syntaxProblems.ts';

export const frontMatterSchema: Rule = {
  id: 'front-matter-schema',
  severity: 'warning',
  summary: 'A known key with a value of the wrong kind',
  judgesForm: true,
  messages: frontMatterSchemaMessages,
  fixTitles: frontMatterSchemaFixes,
  check(file, report) {
    reportSyntaxProblems('front-matter-schema', file, report);
  },
};
