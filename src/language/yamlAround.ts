import { frontMatterAround } from '../syntax/frontMatter.ts';
import { yamlPlaces, type YamlPlace } from '../syntax/yamlPlace.ts';
import type { Position } from '../text/position.ts';
import type { LayerKind } from '../workspace/rosterKeys.ts';
import { linesOf, type FileView } from '../workspace/fileView.ts';

/** The YAML that a position stands in. */
export interface YamlAround {
  readonly layer: LayerKind;
  /** The places that a caret there may mean, the likeliest first. */
  readonly places: readonly YamlPlace[];
}

/** A roster is YAML as a whole, a playbook at its top. Undefined elsewhere. */
export function yamlAround(view: FileView, at: Position): YamlAround | undefined {
  const lines = linesOf(view);
  if (view.kind === 'roster') {
    return { layer: 'roster', places: yamlPlaces(lines, 0, lines.text.length, at) };
  }
  const around = frontMatterAround(lines, view.playbook.frontMatter, at.line);
  if (!around) return undefined;
  const [from, to] = around;
  const places = yamlPlaces(lines, lines.starts[from] ?? 0, lines.starts[to] ?? lines.text.length, at);
  return { layer: 'frontMatter', places };
}
