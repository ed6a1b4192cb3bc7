/** Owners by name, and owners around tasks: a text, and its tasks with their owners. */

import type { Kinds } from './ownerKinds.ts';

export const kinds: Kinds = {
  'a full name may stand behind @': [
    ['- [ ] Rent the hall @Nora Vance\n', ['[ ] Rent the hall => nora via task']],
    ['- [ ] @Tomás Ibarra: rent the hall\n', ['[ ] rent the hall => tomas via task']],
    ['- [ ] Rent the hall @[Nora Vance](nora@acme.example)\n', ['[ ] Rent the hall => nora via task']],
    [
      '| Task | Owner | Due |\n| - | - | - |\n| Rent | @Tomás Ibarra | |\n',
      ['row [ ] Rent => tomas via task'],
    ],
    ['- [ ] Rent the hall @Nono\n', ['[ ] Rent the hall => nora via task']],
  ],
  'names that the roster knows own in their places only': [
    ['- [ ] Rent the hall (Nora Vance)\n', ['[ ] Rent the hall => nora via task']],
    ['- [ ] Nora: rent the hall\n', ['[ ] rent the hall => nora via task']],
    ['- [ ] Tomás/Nora: rent the hall\n', ['[ ] rent the hall => tomas, nora via task']],
    ['- [ ] Rent the hall → Nora\n', ['[ ] Rent the hall => nora via task']],
    ['- [ ] Rent the hall - Sales Engineer\n', ['[ ] Rent the hall => se via task']],
    ['- [ ] [Sales Engineer] rent the hall\n', ['[ ] rent the hall => se via task']],
    ['- [ ] (Nono) rent the hall\n', ['[ ] rent the hall => nora via task']],
    ['- [ ] Rent the hall (Field Sales)\n', ['[ ] Rent the hall (Field Sales) => nobody']],
    ['- [ ] Nora Vance rents the hall\n', ['[ ] Nora Vance rents the hall => nobody']],
    ['- [ ] Leads: Field Sales → Sales Engineer\n', ['[ ] Leads: Field Sales → Sales Engineer => nobody']],
    ['- [ ] Noraly: rent the hall\n', ['[ ] Noraly: rent the hall => nobody']],
    ['- [ ] Note: rent the hall\n', ['[ ] Note: rent the hall => nobody']],
  ],
  'headings': [
    ['## Hall @tomas 🎪\n\n- [ ] Rent it\n', ['[ ] Rent it => tomas via section']],
    ['## @nora (Venue)\n\n- [ ] Rent it\n', ['[ ] Rent it => nora via section']],
    ['## @nora: venue\n\n- [ ] Rent it\n', ['[ ] Rent it => nora via section']],
    ['## For Nora\n\n- [ ] Rent it\n', ['[ ] Rent it => nora via section']],
    ["## Tomás's to-dos\n\n- [ ] Rent it\n", ['[ ] Rent it => tomas via section']],
    ['## Field Sales responsibilities\n\n- [ ] Rent it\n', ['[ ] Rent it => field via section']],
    ['## For Field Sales\n\n- [ ] Rent it\n', ['[ ] Rent it => nobody']],
    ['## Nora Vance\n\n- [ ] Rent it\n', ['[ ] Rent it => nobody']],
    ['# Show\n\nOwner: Nora Vance\n---\n\n- [ ] Rent it\n', ['[ ] Rent it => nora via section']],
    ['### Hall (DRI: @nora)\n\n- [ ] Rent it\n', ['[ ] Rent it => nora via section']],
  ],
  'lines that lead in a list': [
    [
      'Before the show (Nora, Tomás):\n\n- [ ] Rent the hall\n',
      ['[ ] Rent the hall => nora, tomas via section'],
    ],
    ['Nora:\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nora via section']],
    ['Sales Engineer should:\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => se via section']],
    ['Nora to do this:\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nobody']],
    [
      '- Nora is responsible for:\n  - [ ] Rent the hall\n- Then:\n  - [ ] Dance\n',
      ['[ ] Rent the hall => nora via section', '[ ] Dance => nobody'],
    ],
  ],
  'owner lines among bullets': [
    ['- [ ] Rent the hall\n  - Size: big\n  - Owner: @nora\n', ['[ ] Rent the hall => nora via task']],
    [
      '- [ ] Rent the hall\n  - Owner:\n    - Nora Vance\n    - @tomas\n',
      ['[ ] Rent the hall => nora, tomas via task'],
    ],
    ['1. Hall\n   - [ ] Rent it\n   - [ ] **Owner:** Nora\n', ['[ ] Rent it => nora via parent']],
    [
      '- [ ] Rent the hall\n  **DRI:** Nora Vance\n  - [ ] Pay for it\n',
      ['[ ] Rent the hall => nora via task', '  [ ] Pay for it => nora via parent'],
    ],
  ],
  'a value ends before remarks and other labels': [
    ['Owner: Nora Vance — Due: soon\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nora via section']],
    ['Owner: @nora | Status: green\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => nora via section']],
    [
      'Owner: Nora Vance - she knows the hall\n\n- [ ] Rent the hall\n',
      ['[ ] Rent the hall => nora via section'],
    ],
    ['Owner: Ada Byron (until May)\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => Ada Byron via section']],
    ['Owner: Ada Byron Due: soon\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => Ada Byron via section']],
    ['Owner: AT&T\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => AT&T via section']],
    ['Owner: jane byron\n\n- [ ] Rent the hall\n', ['[ ] Rent the hall => jane byron via section']],
  ],
  'other scripts and languages': [
    ['- [ ] 借りる（@nora）\n', ['[ ] 借りる => nora via task']],
    ['- [ ] 借りる（@nora）。\n', ['[ ] 借りる。 => nora via task']],
    ['Owner：@tomas\n\n- [ ] 借りる\n', ['[ ] 借りる => tomas via section']],
    ['- [ ] 借りる @nora、@tomas\n', ['[ ] 借りる => nora, tomas via task']],
    ['- [ ] 請@nora借\n', ['[ ] 請@nora借 => nobody']],
    ['- [ ] 借りる（佐藤ゆき）\n', ['[ ] 借りる => yuki via task']],
    ['担当: 佐藤ゆき\n\n- [ ] 借りる\n', ['[ ] 借りる => yuki via section']],
    ['負責人：王小明\n\n- [ ] 租場地\n', ['[ ] 租場地 => 王小明 via section']],
    [
      '| 任务 | 负责人 | 截止 |\n| - | - | - |\n| 租场地 | 王小明 | 2031-04-02 |\n',
      ['row [ ] 租场地 => 王小明 via task'],
    ],
    ['- [ ] לשכור את האולם (@dalia)\n', ['[ ] לשכור את האולם => dalia via task']],
    ['- [ ] לשכור את האולם (דליה כהן)\n', ['[ ] לשכור את האולם => dalia via task']],
    ['- [ ] דליה כהן: לשכור את האולם\n', ['[ ] לשכור את האולם => dalia via task']],
    ['- [ ] استئجار القاعة @nora، @tomas\n', ['[ ] استئجار القاعة => nora, tomas via task']],
    [
      'Verantwortlich: Nora Vance und @tomas\n\n- [ ] Halle mieten\n',
      ['[ ] Halle mieten => nora, tomas via section'],
    ],
    ['Responsável: @nora e @tomas\n\n- [ ] Alugar\n', ['[ ] Alugar => nora, tomas via section']],
    ['- [ ] Louer @nora et @tomas\n', ['[ ] Louer => nora, tomas via task']],
  ],
  'what was right stays right': [
    ['```\n- [ ] no\n```\n\n- [ ] Rent @nora\n', ['[ ] Rent => nora via task']],
    ['1. [ ] Rent @nora\n2) [ ] Pay @nora\n', ['[ ] Rent => nora via task', '[ ] Pay => nora via task']],
    [
      '- [ ] [Try] the food @nora\n- [x] [menu](http://x.example) @nora\n',
      ['[ ] [Try] the food => nora via task', '[x] menu => nora via task'],
    ],
    ['- [ ] Rent @nora due:2031-04-02.\n', ['[ ] Rent. => nora via task']],
    ["- [ ] read @nora's list\n", ["[ ] read @nora's list => nobody"]],
    ['- [ ] Rent [@nora][n]\n\n[n]: http://x.example\n', ['[ ] Rent => nora via task']],
  ],
};
