import * as vscode from 'vscode';
import { folderOf, isPlaybookName } from '../workspace/files.ts';
import { compileGlobs, type PlaybookGlobs } from '../workspace/globs.ts';
import type { WorkspaceIndex } from '../workspace/workspaceIndex.ts';

/** Which files the rosters make playbooks (`playbooks:`) and which they want left alone (`exclude:`). */
export class NamedFiles {
  #key = '';
  #version = 0;
  #globs: PlaybookGlobs = { isPlaybook: (path) => isPlaybookName(path), isExcluded: () => false };

  /** Rises each time the rosters say something new about files. */
  get version(): number {
    return this.#version;
  }

  /** Reads the rosters again. */
  update(index: WorkspaceIndex): void {
    const sources = index.rosterUris().flatMap((uri) => {
      const layer = index.rosterLayer(uri);
      if (!layer || layer.playbooks.length + layer.exclude.length === 0) return [];
      return {
        folder: pathOf(folderOf(uri)),
        playbooks: layer.playbooks.map((g) => g.value),
        exclude: layer.exclude.map((g) => g.value),
      };
    });
    const key = JSON.stringify(sources);
    if (key === this.#key) return;
    this.#key = key;
    this.#globs = compileGlobs(sources);
    this.#version++;
  }

  /** By its name or a roster, unless a roster excludes it. */
  isPlaybook(uri: vscode.Uri): boolean {
    return this.#globs.isPlaybook(uri.path);
  }

  isExcluded(uri: vscode.Uri): boolean {
    return this.#globs.isExcluded(uri.path);
  }
}

/** Globs are written for people, so they are held against decoded paths. */
function pathOf(uri: string): string {
  return vscode.Uri.parse(uri).path;
}
