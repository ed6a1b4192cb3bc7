/** What `--help` prints. Lines are at most 100 characters, so that they fit a terminal. */

export const help = `playbook: who does what in marketing and sales, checked

Usage:
  playbook check [PATH...]   Say which tasks nobody owns, and what else is wrong
  playbook tasks [PATH...]   List the tasks, with owner, due day and place

  playbook check --help      What check can do; the same for tasks
  playbook --version

A playbook is a Markdown file named something.playbook.md. A PATH is a file, a folder or a pattern
in quotes such as 'docs/**/*.md'; without one it is the current folder. What Git ignores is left
out.
`;

export const checkHelp = `Usage: playbook check [PATH...] [options]

Says which tasks nobody owns, and what else is wrong in your playbooks and rosters. A PATH chooses
whose problems are printed; a file named outright, or by a pattern in quotes such as 'docs/**/*.md',
is checked whatever its name.

Options:
  --format text|json|sarif|github
                             How to print. github puts the problems into a pull request, sarif into
                             code scanning. Lines and columns begin at 0 in json, else at 1
  --rule ID=SEVERITY         Make a rule off, hint, information, warning or error. May be repeated
  --max-warnings N           Allow this many warnings before the run fails. 0 if you do not say
  --quiet                    Print errors only. Warnings still count
  --fix                      Repair spelling in the files first: boxes, keys, case of names, quotes.
                             Never an owner, a day or a goal
  --write-baseline           Record today's errors and warnings in .playbook-baseline.json: from now
                             on only new ones are reported. With --rule, record what the rules it
                             names find, and nothing else anew. What is gone is taken out again
  --stdin-path PATH -        Check the text on standard input as if it were the file PATH
  -h, --help

The last line says how many open tasks have an owner. Areas and templates do not count. What
.playbook-baseline.json knows in the top folder of the workspace is neither printed nor counted.

Exit code: 0 when all is well, 1 when there are errors or warnings, 2 when the command is wrong or
something cannot be read.
`;

export const tasksHelp = `Usage: playbook tasks [PATH...] [options]

Lists the tasks of your playbooks. Several options together narrow the list.

Options:
  --format text|json|csv     How to print. Lines begin at 1 in text, at 0 in json and csv
  --owner HANDLE             Tasks of one person, team or role: maria, @maria or "Maria López"
  --team HANDLE              Tasks whose owner is in this team
  --unowned                  Tasks and areas that nobody owns, templates aside
  --open                     Tasks still to do: without areas and templates
  -h, --help

Exit code: 0, or 2 when the command is wrong or something cannot be read.
`;
