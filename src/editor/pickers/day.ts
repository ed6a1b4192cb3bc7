import * as vscode from 'vscode';
import { dayDetail } from '../../language/dayDetail.ts';
import { readDay, type DayReading } from '../../syntax/dayReadings.ts';
import { today } from '../today.ts';
import { dateLabel, longDayLabel } from '../views/dayLabel.ts';
import { askInList, choiceItem, showStep, type Choice, type Step } from './quickPick.ts';

/** A question whose answer is a day, typed in words or chosen. */
export interface DayQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** Day T of the playbook, where it has one. */
  readonly tDay?: string | undefined;
  /** Whether `T-45d` is an answer. */
  readonly relative: boolean;
  /** Words to offer before anything is typed. */
  readonly words: readonly string[];
  /** Other answers, shown before the days. */
  readonly before?: readonly Choice[];
  /** Other answers, shown behind them. */
  readonly after?: readonly Choice[];
  readonly step?: Step;
}

/** What goes behind `due:`, or the `id` of a choice. */
export type DayAnswer = { readonly due: string } | { readonly choice: string };

interface Item extends vscode.QuickPickItem {
  readonly answer?: DayAnswer;
}

/** Asks for a day, and shows while typing which one the words mean. */
export async function askForDay(question: DayQuestion): Promise<DayAnswer | undefined> {
  const day = today();
  const offered = offeredItems(question, day);
  const picked = await askInList<Item>((list) => {
    list.title = question.title;
    list.placeholder = question.placeholder;
    list.items = offered;
    showStep(list, question.step);
    return list.onDidChangeValue((value) => {
      list.items = value.trim() === '' ? offered : [...typedItems(value, question, day), ...offered];
    });
  });
  return picked?.answer;
}

function offeredItems({ before = [], after = [], words, tDay }: DayQuestion, day: string): Item[] {
  return [
    ...before.map(choiceItem),
    ...words.flatMap((w) =>
      readDay(w, day, tDay)
        .slice(0, 1)
        .map((r) => ({
          label: w,
          description:
            r.day !== undefined && dayDetail(w, r.day).namesWeekday ? dateLabel(r.day) : dayText(r),
          iconPath: new vscode.ThemeIcon('calendar'),
          answer: { due: r.due },
        })),
    ),
    ...after.map(choiceItem),
  ];
}

/** Every reading of what was typed, or a hint how to write a day. */
function typedItems(value: string, { relative, tDay }: DayQuestion, day: string): Item[] {
  const readings = readDay(value, day, tDay).filter((r) => relative || r.due === r.day);
  const usable = readings.filter((r) => r.day !== undefined);
  if (usable.length > 0) {
    return usable.map((r) => ({
      label: dayText(r),
      ...(r.due !== r.day && { description: r.due }),
      iconPath: new vscode.ThemeIcon('calendar'),
      alwaysShow: true,
      answer: { due: r.due },
    }));
  }
  const label =
    readings.length > 0
      ? vscode.l10n.t('This playbook has no day T yet. Write one at its top, such as t-day: {day}', { day })
      : vscode.l10n.t('Try "friday", "in 2 weeks", "jan 16" or {day}', { day });
  return [{ label, iconPath: new vscode.ThemeIcon('lightbulb'), alwaysShow: true }];
}

function dayText({ due, day }: DayReading): string {
  return day === undefined ? due : longDayLabel(day);
}
