// `npx node scripts/ruleDocs.ts`: writes docs/rules/README.md, the table of all rules.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../src/rules/all.ts';
import type { Rule } from '../src/rules/rule.ts';
import { ROOT } from './lib/paths.ts';
import { realDocuments } from './lib/realDocuments.ts';

/** Path of the rules' folder from the project's root. */
export const RULE_PAGES = 'docs/rules';

/** The first lines of a rule's page: its id, what it flags, how loud it is. */
export function ruleHead({ id, summary, severity }: Rule): string {
  return `# \`${id}\`\n\n${summary}. Default severity: **${severity}**.\n`;
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
${tasks} tasks. Rules that are off were switched on for it. Somebody read each of the warnings, and they are right: nobody
owns ${unowned} of the open tasks. \`owner-missing\` tells a section of ten such tasks or more as one. None of these documents
has a roster yet, so rules about people, teams, goals and assets had nothing to go by.

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
and the mouse on one says how severe it is there. The quick fix *Silence This Here* writes the comment for you.

Where there is too much to mend at once, [record what is there](../format.md#known-problems): then only new problems are
reported.
`;
}

if (process.argv[1] === import.meta.filename) {
  const file = `${RULE_PAGES}/README.md`;
  writeFileSync(path.join(ROOT, file), ruleIndex());
  console.log(file);
}
