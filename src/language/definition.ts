import type { Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import type { Place } from '../workspace/rosterTypes.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import { referenceAt } from './lookup.ts';

export interface Definition extends Place {
  /** What is pointed at, where it is used. */
  readonly origin: Range;
}

/** Where the name under a position is written down: its roster entry, or the task with that `id:`. */
export function definition(view: PlaybookView, at: Position): Definition | undefined {
  const reference = referenceAt(view, at);
  if (!reference) return undefined;
  const place = reference.kind === 'party' ? reference.party.entry?.place : placeOfValue();
  return place && { ...place, origin: reference.range };

  function placeOfValue(): Place | undefined {
    if (reference?.kind !== 'value') return undefined;
    const { token, value } = reference;
    const key = normalizeHandle(value.text);
    switch (token.key) {
      case 'goal':
        return view.roster.goals.get(key)?.place;
      case 'makes':
      case 'uses':
        return view.roster.assets.get(key)?.place;
      case 'after': {
        const task = view.tasks.find((t) =>
          t.words.tokens.some((o) => o.key === 'id' && o.values[0]?.text === value.text),
        );
        return task && { uri: view.uri, range: task.words.range };
      }
      default:
        return undefined;
    }
  }
}
