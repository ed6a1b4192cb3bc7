import ts from 'typescript';
import { grouped } from './grouped.ts';
import type { Mutant } from './mutant.ts';

/** A mutant and the number it is switched on by. */
export interface Switch {
  readonly id: number;
  readonly mutant: Mutant;
}

/** The function that tells whether a mutant is on; see scripts/mutation/switch.ts. */
export const SWITCH = '__mutant';

/**
 * The source with all its mutants in it, each asleep until it is switched on. So one process can try one mutant after
 * the other without reading anything again. Lines stay where they are.
 * @param mark what every function says when it is entered
 */
export function instrument(text: string, switches: readonly Switch[], mark: number): string {
  const inserts = functionStarts(text).map((at) => ({ at, text: `${SWITCH}(${mark});` }));
  const byPlace = grouped(switches, ({ mutant }) => `${mutant.start}-${mutant.end}`);
  const places = [...byPlace.values()]
    .map((group) => ({ start: group[0]?.mutant.start ?? 0, end: group[0]?.mutant.end ?? 0, group }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  const emit = (from: number, to: number): string => {
    let out = '';
    let at = from;
    for (let place = places[next]; place !== undefined && place.end <= to; place = places[next]) {
      next += 1;
      out += plain(at, place.start);
      out += choice(place.group, emit(place.start, place.end));
      at = place.end;
    }
    return out + plain(at, to);
  };
  const plain = (from: number, to: number): string => {
    let out = '';
    let at = from;
    for (const insert of inserts) {
      if (insert.at <= from || insert.at > to) continue;
      out += text.slice(at, insert.at) + insert.text;
      at = insert.at;
    }
    return out + text.slice(at, to);
  };
  return emit(0, text.length);
}

function choice(group: readonly Switch[], original: string): string {
  return group.reduce((rest, { id, mutant }) => {
    // Braces around it, or an `else` behind it would become that of the switch.
    if (mutant.kind === 'statement') return `{if (!${SWITCH}(${id})) {${rest}}}`;
    return `(${SWITCH}(${id}) ? (${mutant.mutated}) : (${rest}))`;
  }, original);
}

/** Right behind the opening brace of each function that has one. */
function functionStarts(text: string): number[] {
  const tree = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const starts: number[] = [];
  const visit = (node: ts.Node): void => {
    const isConstructor = ts.isConstructorDeclaration(node);
    if (ts.isFunctionLike(node) && !isConstructor && 'body' in node && node.body !== undefined) {
      if (ts.isBlock(node.body)) starts.push(node.body.getStart() + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return starts.sort((a, b) => a - b);
}
