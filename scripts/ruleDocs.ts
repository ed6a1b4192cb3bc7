// `npx node scripts/ruleDocs.ts`: writes docs/rules/README.md, the table of all rules.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../src/rules/all.ts';
import type { Rule } from '../src/rules/rule.ts';
import { ROOT } from './lib/paths.ts';
import { readByEye, realDocuments } from './lib/realDocuments.ts';

/** Path of the rules' folder from the project's root. */
export const RULE_PAGES = 'docs/rules';

/** The first lines of a rule's page: what it flags, its id, how severe it is. */
export function ruleHead({ id, summary, severity }: Rule): string {
  return `# ${summary}\n\n\`${id}\`, default severity: **${severity}**.\n`;
}

/** The index page as it should be. */
export function ruleIndex(): string {
  const { documents, tasks, unowned, rules } = realDocuments;
  const rows = allRules.map(
    ({ id, severity, summary }) => `| [\`${id}\`](${id}.md) | ${severity} | ${summary} | ${rules[id] ?? 0} |`,
  );
  return `# Rules

Each rule looks for one thing. Its page says why that matters, shows it wrong and right, and says how to fix it.

| rule | default severity | what it flags | in real documents |
| --- | --- | --- | ---: |
${rows.join('\n')}

The last column counts the problems in ${documents} handbooks, launch plans and checklists that companies publish, with
${tasks} tasks, ${unowned} of them open and nobody's. Rules that are off were switched on for it. None of these documents has a
roster, so rules about people, teams, goals and assets had nothing to go by.

## How often they are right

Somebody read every warning on these ${documents} real documents, of all rules that are on by default, in its document. No document
has more than 15.

| rule | warnings | right | false | useless |
| --- | ---: | ---: | ---: | ---: |
${readings().join('\n')}

*False* is where a reader sees who does it, and the rule does not: the heading says "For the host of the call", or a sentence names
a role. Some of these tasks are owned as soon as a roster lists the role, so list your roles. *Useless* is where boxes are no
work, such as answers to choose from: [silence the rule](#make-a-rule-louder-quieter-or-silent) there. Templates of GitHub among
the documents were left alone, as always.

## Make a rule louder, quieter or silent

A severity is one of \`off\`, \`hint\`, \`information\`, \`warning\` and \`error\`. You can set it in four places. When they
disagree, the one further down wins:

1. your own VS Code setting \`playbook.rules\` (the command line does not see it),
2. a roster, for every playbook beneath it,
3. the front matter of one playbook,
4. \`--rule\` on the command line, such as \`--rule owner-missing=error\`.

In a roster or front matter it looks like this:

\`\`\`yaml
rules:
  owner-team-only: warning
  task-malformed: off
\`\`\`

To silence a rule at one place only, write a comment above the line:

\`\`\`markdown
<!-- playbook-disable-next-line owner-missing -->
- [ ] Water the plants
\`\`\`

\`playbook-disable RULE\` silences everything down to \`playbook-enable\`, and \`playbook-disable-file RULE\` the whole file.
Without the name of a rule, a comment silences all rules.

You need not know the names. In VS Code, \`Ctrl+Space\` under \`rules:\` and in such a comment offers them with what they mean,
and the mouse on one says how severe it is there. The quick fix *Ignore Here* writes the comment for you.

Where there is too much to mend at once, [record what is there](../format.md#known-problems): then only new problems are
reported.
`;
}

/** The rows of the rules that found something, by what a reader says of it. */
function readings(): string[] {
  return allRules.flatMap(({ id }) => {
    const [found, reading] = [realDocuments.rules[id], readByEye[id]];
    if (found === undefined || !reading) return [];
    const right = found - reading.false - reading.useless;
    return `| [\`${id}\`](${id}.md) | ${found} | ${right} | ${reading.false} | ${reading.useless} |`;
  });
}

if (process.argv[1] === import.meta.filename) {
  const file = `${RULE_PAGES}/README.md`;
  writeFileSync(path.join(ROOT, file), ruleIndex());
  console.log(file);
}
