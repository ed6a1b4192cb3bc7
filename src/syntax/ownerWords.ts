/**
 * The words with which people name an owner, a day and a state: one table, a row a language, for labels, headers and
 * cells alike (docs/format.md, "Also understood"). A translator adds a row. All in lower case; how they are written in
 * a document (case, accents apart) is folded by whoever looks them up.
 */
interface OwnerWords {
  /** In front of a colon, in brackets, and over a column. */
  readonly owner: readonly string[];
  /** Over a column only, where at least half of what stands below are people. */
  readonly who: readonly string[];
  readonly due: readonly string[];
  readonly done: readonly string[];
  readonly cancelled: readonly string[];
  /** Everybody, which is nobody in particular. */
  readonly everyone: readonly string[];
  /** Joins two owners: and, or. */
  readonly and: readonly string[];
}

const LANGUAGES: Readonly<Record<string, OwnerWords>> = {
  en: {
    owner: [
      ...['owner', 'owners', 'owner(s)', 'dri', 'dris', 'assignee', 'assignees', 'assignee(s)'],
      ...['assigned to', 'responsible', 'accountable'],
    ],
    who: ['who', 'lead', 'leads'],
    due: ['due', 'due date', 'deadline'],
    done: ['done', 'complete', 'completed', 'closed', 'shipped', 'yes', 'x', '[x]', '✓', '✔', '✅', '☑'],
    cancelled: ['cancelled', 'canceled', 'dropped', "won't do", 'wont do', 'skipped'],
    everyone: ['all', 'everyone', 'anyone'],
    and: ['and', 'or'],
  },
  de: {
    owner: ['verantwortlich', 'verantwortliche', 'verantwortlicher', 'zuständig'],
    who: ['wer'],
    due: ['fällig', 'fällig am', 'bis', 'frist', 'termin'],
    done: ['erledigt', 'fertig', 'ja'],
    cancelled: ['entfällt', 'abgesagt', 'verworfen'],
    everyone: ['alle', 'jeder'],
    and: ['und', 'oder'],
  },
  fr: {
    owner: ['responsable', 'responsables'],
    who: ['qui'],
    due: ['échéance', 'date limite'],
    done: ['fait', 'terminé', 'oui'],
    cancelled: ['annulé', 'abandonné'],
    everyone: ['tous', 'tout le monde'],
    and: ['et', 'ou'],
  },
  es: {
    owner: ['responsable', 'responsables', 'encargado', 'encargada', 'encargados', 'encargadas'],
    who: ['quién', 'quien'],
    due: ['fecha límite', 'vencimiento', 'plazo'],
    done: ['hecho', 'terminado', 'sí'],
    cancelled: ['cancelado', 'descartado'],
    everyone: ['todos', 'todas'],
    and: ['y', 'e', 'o'],
  },
  pt: {
    owner: ['responsável', 'responsáveis'],
    who: ['quem'],
    due: ['prazo', 'data limite'],
    done: ['feito', 'concluído', 'sim'],
    cancelled: ['cancelado', 'descartado'],
    everyone: ['todos', 'todas'],
    and: ['e', 'ou'],
  },
  it: {
    owner: ['responsabile', 'responsabili'],
    who: ['chi'],
    due: ['scadenza', 'entro'],
    done: ['fatto', 'completato', 'sì'],
    cancelled: ['annullato', 'scartato'],
    everyone: ['tutti', 'tutte'],
    and: ['e', 'o'],
  },
  nl: {
    owner: ['verantwoordelijke', 'verantwoordelijken'],
    who: ['wie'],
    due: ['vervaldatum', 'deadline'],
    done: ['klaar', 'gedaan', 'voltooid', 'ja'],
    cancelled: ['geannuleerd', 'vervallen'],
    everyone: ['iedereen', 'allen'],
    and: ['en', 'of'],
  },
  ja: {
    owner: ['担当', '担当者', '責任者'],
    who: ['誰'],
    due: ['期限', '締切', '納期'],
    done: ['完了', '済', '済み'],
    cancelled: ['中止', '取消'],
    everyone: ['全員'],
    and: ['と', 'および', '及び', 'または'],
  },
  zh: {
    owner: ['负责人', '負責人', '责任人', '責任人'],
    who: ['谁', '誰'],
    due: ['截止', '截止日期', '期限', '到期'],
    done: ['完成', '已完成'],
    cancelled: ['取消', '已取消'],
    everyone: ['全體', '全体', '所有人', '大家'],
    and: ['和', '与', '與', '及', '或'],
  },
};

function all(of: keyof OwnerWords): readonly string[] {
  return [...new Set(Object.values(LANGUAGES).flatMap((words) => words[of]))];
}

/** Longer ones first, as `owner` would end a search for `owner(s)`. */
function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/** Labels that name an owner, in every language. */
export const ownerLabels: readonly string[] = longestFirst(all('owner'));
export const whoHeaders: ReadonlySet<string> = new Set(all('who'));
export const ownerHeaders: ReadonlySet<string> = new Set(all('owner'));
export const dueHeaders: ReadonlySet<string> = new Set(all('due'));
export const doneWords: ReadonlySet<string> = new Set(all('done'));
export const cancelledWords: ReadonlySet<string> = new Set(all('cancelled'));
export const everyoneWords: ReadonlySet<string> = new Set(all('everyone'));

/** Words that join two owners, in any language, in any place where owners are listed. */
export const joiningWords: ReadonlySet<string> = new Set(all('and'));
