/** Which mutant is on in this process, and which ones are come by. */

/** Nothing is changed. */
export const NO_MUTANT = 0;

let active = NO_MUTANT;
let reached: Set<number> | undefined;

export function activate(id: number): void {
  active = id;
}

/** Notes what is come by from now on; undefined ends it. */
export function record(into: Set<number> | undefined): void {
  reached = into;
}

export function isOn(id: number): boolean {
  reached?.add(id);
  return id === active;
}
