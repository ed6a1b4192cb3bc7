/** Owners in tables, and states of tasks: a text, and its tasks with their owners. */

import type { Kinds } from './ownerKinds.ts';

export const kinds: Kinds = {
  'cells are read as they are shown': [
    [
      '| Task | Owner | Due |\n| - | - | - |\n| Rent | <b>Nora</b> | |\n| Pay | &nbsp; | |\n| Clean | <ul><li>Nora</li><li>Tomás</li></ul> | |\n',
      ['row [ ] Rent => nora via task', 'row [ ] Pay => nobody', 'row [ ] Clean => nora, tomas via task'],
    ],
    [
      '| Task | Owner | Due |\n| - | - | - |\n| Rent | H&M | |\n| Pay | 9/5 Desk | |\n| Clean | Nora; Tomás | |\n| Sweep | Nora<br>Tomás | |\n',
      [
        'row [ ] Rent => H&M via task',
        'row [ ] Pay => 9/5 Desk via task',
        'row [ ] Clean => nora, tomas via task',
        'row [ ] Sweep => nora, tomas via task',
      ],
    ],
    [
      '| Task | Owner | Due |\n| - | - | - |\n| Rent | Sales Engineer leading, with Nora | |\n| Pay | - Nora | |\n| Clean | Nora / Tomás | |\n',
      [
        'row [ ] Rent => se via task',
        'row [ ] Pay => nora via task',
        'row [ ] Clean => nora, tomas via task',
      ],
    ],
    [
      '| Task | Owner | Due |\n| - | - | - |\n| use `a \\| b` | @nora | |\n',
      ['row [ ] use a | b => nora via task'],
    ],
  ],
  'headers with other things around them': [
    ['| Task | Owner: | Due |\n| - | - | - |\n| Rent | Nora | |\n', ['row [ ] Rent => nora via task']],
    ['| Task | 🙋 Owner | Due |\n| - | - | - |\n| Rent | Nora | |\n', ['row [ ] Rent => nora via task']],
    ['| Task | **Event DRI** | Due |\n| - | - | - |\n| Rent | Nora | |\n', ['row [ ] Rent => nora via task']],
    ['| Task | Who |\n| - | - |\n| Rent | Nora |\n', ['row [ ] Rent => nora via task']],
    ['| Task | Lead |\n| - | - |\n| Rent | 300 |\n', []],
  ],
  'the text of a row': [
    [
      '| Step | Action | Owner |\n| - | - | - |\n| 1 | Rent the hall | Nora |\n',
      ['row [ ] Rent the hall => nora via task'],
    ],
    [
      '| Phase | Date | Milestone | Owner | Status |\n| - | - | - | - | - |\n| T-3 | | Hall rented | Nora | |\n',
      ['row [ ] Hall rented => nora via task'],
    ],
    [
      '| Phase | Task | Owner | Due |\n| - | - | - | - |\n| Before | Rent | Nora | |\n| | Pay | | 2031-04-02 |\n| Lights | | Tomás | |\n',
      ['row [ ] Rent => nora via task', 'row [ ] Pay => nobody', 'row [ ] Lights => tomas via task'],
    ],
    [
      '| Task | Owner | Due |\n| - | - | - |\n| **Before** | | |\n| Rent | Nora | |\n| Total | | |\n',
      ['row [ ] Rent => nora via task'],
    ],
  ],
  'boxes and status cells': [
    [
      '| Task | Owner | Status |\n| - | - | - |\n| Rent | Nora | ✅ Done |\n| Pay | Nora | ✔️ |\n| Clean | Nora | Done (June 1) |\n| Paint | Nora | Cancelled |\n| Sweep | Nora | not done |\n',
      [
        'row [x] Rent => nora via task',
        'row [x] Pay => nora via task',
        'row [x] Clean => nora via task',
        'row [x] Paint => nora via task',
        'row [ ] Sweep => nora via task',
      ],
    ],
    [
      '- [/] Rent @nora\n- [-] Pay @nora\n- [>] Clean @nora\n- [✅] Sweep @nora\n- [1] Mop @nora\n',
      [
        '[ ] Rent => nora via task',
        '[x] Pay => nora via task',
        '[ ] Clean => nora via task',
        '[x] Sweep => nora via task',
      ],
    ],
    [
      '- [ ] ~~Rent the hall~~\n- [ ] ~~Rent~~ buy the hall\n',
      ['[x] Rent the hall => nobody', '[ ] Rent buy the hall => nobody'],
    ],
    [
      '| Task | Owner | Go |\n| - | - | - |\n| Rent | Nora | [x] |\n| Pay | Nora | [ ] |\n',
      ['row [x] Rent => nora via task', 'row [ ] Pay => nora via task'],
    ],
  ],
  'charts of who does what': [
    [
      '| Step | Nora | Tomás | Ada |\n| - | - | - | - |\n| Rent | A | R | S |\n',
      ['row [ ] Rent => nora, tomas, Ada via task'],
    ],
    [
      '| Step | Nora | Tomás | Notes |\n| - | - | - | - |\n| Rent | A | R | see the plan |\n',
      ['row [ ] Rent => nora, tomas via task'],
    ],
    [
      '| Step | Nora | Tomás |\n| - | - | - |\n| **Phase 1** | | |\n| Rent | A | R |\n',
      ['row [ ] Rent => nora, tomas via task'],
    ],
    [
      '| Step | Nora | Tomás |\n| - | - | - |\n| Rent | a | r |\n| Pay | a/r | - |\n',
      ['row [ ] Rent => nora, tomas via task', 'row [ ] Pay => nora via task'],
    ],
    ['| Risk | Hall | Food |\n| - | - | - |\n| Rain | A | G |\n| Snow | R | A |\n', []],
  ],
};
