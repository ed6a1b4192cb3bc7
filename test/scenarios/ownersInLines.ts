/** Owners within one line, and what only looks like one: a text, and its tasks with their owners. */

import type { Kinds } from './ownerKinds.ts';

export const kinds: Kinds = {
  'a blank owns nothing': [
    ['Owner: [Your name]\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nobody']],
    ['Owner: ______\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nobody']],
    ['DRI: {{dri}}\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nobody']],
    ['Owner: (TBC)\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nobody']],
    ['Owner: TBA (from May)\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nobody']],
    ['Owner: nobody\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nobody']],
    ['- [ ] Rent the hall @unassigned\n', ['[ ] Rent the hall => nobody']],
    ['- [ ] Rent the hall @name\n', ['[ ] Rent the hall => nobody']],
    ['- [ ] @<who>: rent the hall\n', ['[ ] rent the hall => nobody']],
    [
      '| Task | Owner | Due |\n| - | - | - |\n| Rent | [PERSON] | |\n| Clean | Unassigned | |\n| Paint | none | |\n| Sweep | n/a | |\n| Mop | — | |\n',
      [
        'row [ ] Rent => nobody',
        'row [ ] Clean => nobody',
        'row [ ] Paint => nobody',
        'row [ ] Sweep => nobody',
        'row [ ] Mop => nobody',
      ],
    ],
    ['| Step | [Person 1] | <Person 2> |\n| - | - | - |\n| Rent | A | R |\n', ['row [ ] Rent => nobody']],
  ],
  'prose behind a label owns nothing': [
    ['**Responsible:** whoever runs the shop\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nobody']],
    [
      'Owner: the team that needs it first, and nobody else\n\n- [ ] Rent the hall\n',
      ['[ ] Rent the hall => nobody'],
    ],
    [
      'Responsible: Store layout, window dressing, price tags\n\n- [ ] Rent the hall\n',
      ['[ ] Rent the hall => nobody'],
    ],
  ],
  'what is no word may stand behind an owner': [
    ['- [ ] Rent the hall @nora 📅 2031-04-02\n', ['[ ] Rent the hall 📅 2031-04-02 => nora via task']],
    ['- [ ] Rent the hall @nora ^hall-1\n', ['[ ] Rent the hall ^hall-1 => nora via task']],
    ['- [ ] Rent the hall @nora 🥳\n', ['[ ] Rent the hall 🥳 => nora via task']],
    ['- [ ] Rent the hall @nora (#77)\n', ['[ ] Rent the hall (#77) => nora via task']],
    ['- [ ] Rent the hall @nora :rocket:\n', ['[ ] Rent the hall :rocket: => nora via task']],
    ['- [ ] Rent the hall @nora (due 2031-04-02)\n', ['[ ] Rent the hall (due 2031-04-02) => nora via task']],
    ['- [ ] Rent the hall @nora Due: 2031-04-02\n', ['[ ] Rent the hall Due: 2031-04-02 => nora via task']],
    ['- [ ] Rent the hall @nora by Thursday\n', ['[ ] Rent the hall by Thursday => nora via task']],
    ['- [ ] Rent the hall @nora {#hall .big}\n', ['[ ] Rent the hall {#hall .big} => nora via task']],
    ['- [ ] Rent the hall @nora[^1]\n', ['[ ] Rent the hall [^1] => nora via task']],
    ['- [ ] Rent the hall @nora\n  {% endnote %}\n', ['[ ] Rent the hall {% endnote %} => nora via task']],
    ['- [ ] Rent the hall @nora\n  {{< /hint >}}\n', ['[ ] Rent the hall {{< /hint >}} => nora via task']],
    [
      '- [ ] Rent the hall @nora https://hall.example/book\n',
      ['[ ] Rent the hall https://hall.example/book => nora via task'],
    ],
    ['- [ ] Rent the hall @nora #venue <!-- ask again -->\n', ['[ ] Rent the hall => nora via task']],
    ['- [ ] Rent the hall <@U0HALL42X>\n', ['[ ] Rent the hall => U0HALL42X via task']],
    ['- [ ] 🎈 @nora: rent the hall\n', ['[ ] 🎈 rent the hall => nora via task']],
    ['- [ ] Rent the hall [[@nora]]\n', ['[ ] Rent the hall => nora via task']],
  ],
  'the first line of a task may end with its owner': [
    [
      '- [ ] Rent the hall @nora\n  Ask for the big one\n',
      ['[ ] Rent the hall Ask for the big one => nora via task'],
    ],
    [
      '- [ ] Rent the hall (@nora)\n  and ask for the big one\n',
      ['[ ] Rent the hall and ask for the big one => nora via task'],
    ],
    [
      '- [ ] Rent the hall @nora<br>Ask for the big one\n',
      ['[ ] Rent the hall Ask for the big one => nora via task'],
    ],
    ['- [ ] Rent the hall that @nora\n  has seen\n', ['[ ] Rent the hall that @nora has seen => nobody']],
  ],
  'who is only told, or struck out, owns nothing': [
    ['- [ ] Rent the hall @nora (cc @tomas)\n', ['[ ] Rent the hall (cc @tomas) => nora via task']],
    ['- [ ] Rent the hall @nora (backup: @tomas)\n', ['[ ] Rent the hall (backup: @tomas) => nora via task']],
    [
      '- [ ] Rent the hall @nora, reviewer: @tomas\n',
      ['[ ] Rent the hall, reviewer: @tomas => nora via task'],
    ],
    ['- [ ] Rent the hall @nora fyi @tomas\n', ['[ ] Rent the hall fyi @tomas => nora via task']],
    ['- [ ] Rent the hall, cc: @tomas\n', ['[ ] Rent the hall, cc: @tomas => nobody']],
    ['- [ ] Rent the hall (DRI: @nora)\n', ['[ ] Rent the hall => nora via task']],
    ['- [ ] ~~@nora~~ @tomas rents the hall\n', ['[ ] @nora rents the hall => tomas via task']],
    ['- [ ] Rent the hall ~~@nora~~\n', ['[ ] Rent the hall @nora => nobody']],
  ],
  'what is no person, and whom one addresses, owns nothing': [
    ['- [ ] Tag @hallofficial\n', ['[ ] Tag @hallofficial => nobody']],
    [
      '- [ ] Follow @hallofficial and @cateringofficial\n',
      ['[ ] Follow @hallofficial and @cateringofficial => nobody'],
    ],
    [
      '- [ ] Post the picture, then mention @hallofficial\n',
      ['[ ] Post the picture, then mention @hallofficial => nobody'],
    ],
    [
      '- [ ] Post the picture, tagging @hallofficial\n',
      ['[ ] Post the picture, tagging @hallofficial => nobody'],
    ],
    ['- [ ] Open the hall @7pm\n', ['[ ] Open the hall @7pm => nobody']],
    ['- [ ] Cut the banner @3x\n', ['[ ] Cut the banner @3x => nobody']],
    ['- [ ] Rent the hall @due(2031-04-02)\n', ['[ ] Rent the hall @due(2031-04-02) => nobody']],
    ['- [ ] Rent the hall @done\n', ['[ ] Rent the hall @done => nobody']],
    ['- [ ] Write the invitation @nora\n', ['[ ] Write the invitation => nora via task']],
    ['- [ ] write to hall@hall.example\n', ['[ ] write to hall@hall.example => nobody']],
    [
      '- [ ] look at https://social.example/@hallofficial\n',
      ['[ ] look at https://social.example/@hallofficial => nobody'],
    ],
  ],
  'emphasis, escapes, entities and signs are read as CommonMark means them': [
    ['- [ ] __@nora__ rents the hall\n', ['[ ] rents the hall => nora via task']],
    ['- [ ] Rent the hall *@nora*\n', ['[ ] Rent the hall => nora via task']],
    ['- [ ] rent the hall @nora\\_vance\n', ['[ ] rent the hall => nora_vance via task']],
    ['- [ ] Rent @nora &amp; @tomas\n', ['[ ] Rent => nora, tomas via task']],
    ['## Hall @tomas\n\n- [ ] Rent @\\_\\_\\_\\_\n', ['[ ] Rent => nobody']],
    ['- [ ] Rent 2*3 rooms @nora\n', ['[ ] Rent 2*3 rooms => nora via task']],
    ['- [ ] Only in 4* halls @nora\n', ['[ ] Only in 4* halls => nora via task']],
    ['- [ ] ~5 to ~10 guests @nora\n', ['[ ] ~5 to ~10 guests => nora via task']],
  ],
};
