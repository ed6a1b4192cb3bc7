import { taskMalformedFixes, taskMalformedMessages } from '../syntax/nearTasks.ts';
import type { Rule } from './rule.ts';
import { reportSyntaxProblems } from './syntaxProblems.ts';

export const taskMalformed: Rule = {
  id: 'task-malformed',
  severity: 'information',
  summary: 'Something that looks like a task or a token, but is not read as one',
  judgesForm: true,
  messages: taskMalformedMessages,
  fixTitles: taskMalformedFixes,
  check(file, report) {
    reportSyntaxProblems('task-malformed', file, report);
  },
};
