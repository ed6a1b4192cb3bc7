import assert from 'node:assert/strict';
import type { SyntaxProblem } from '../../src/syntax/problem.ts';
import { parseYaml } from '../../src/syntax/yaml.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { readLayer, type RosterLayer } from '../../src/workspace/rosterLayer.ts';
import type { LayerKind } from '../../src/workspace/rosterKeys.ts';
import { told } from '../syntax/yamlFixture.ts';

/** The layer of a text; a text that holds no mapping fails the test. */
export function layer(text: string, kind: LayerKind = 'roster', uri = 'file:///w/roster.yml'): RosterLayer {
  const { root } = parseYaml(new LineIndex(text), 0, text.length);
  assert.ok(root?.kind === 'map', `no mapping: ${JSON.stringify(text)}`);
  return readLayer(uri, root, kind);
}

/** What is said about a text: the YAML's problems and those of its values, each as `message: text`. */
export function problemsOf(text: string, kind: LayerKind = 'roster'): SyntaxProblem[] {
  const { root, problems } = parseYaml(new LineIndex(text), 0, text.length);
  return root?.kind === 'map'
    ? [...problems, ...readLayer('file:///w/roster.yml', root, kind).problems]
    : problems;
}

export function said(text: string, kind: LayerKind = 'roster'): string[] {
  return told(text, problemsOf(text, kind));
}
