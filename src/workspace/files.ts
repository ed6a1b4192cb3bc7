/** What kind of file a name stands for (docs/format.md section 1). Names are compared without case. */

const PLAYBOOK = /\.playbook\.md$/i;
const ROSTER = /(?:^|\.)roster\.ya?ml$/i;
/** Emacs locks a file by a link of such a name, and macOS puts what other disks cannot hold of it beside it. */
const BESIDE = /(?:^|\/)\.(?:_|#|%23)[^/]*$/;
const FORM = /\/\.github\/(?:issue_template(?:\/|\.md$)|pull_request_template)/i;

export function isPlaybookName(uri: string): boolean {
  return PLAYBOOK.test(uri) && !isBeside(uri);
}

export function isRosterName(uri: string): boolean {
  return ROSTER.test(fileName(uri)) && !isBeside(uri);
}

/** True for what a tool keeps beside a file under the file's name, in a URI or a path: it is none of ours. */
export function isBeside(uri: string): boolean {
  return BESIDE.test(uri);
}

/** A form of GitHub's for issues or pull requests: it is there to be copied. GitHub does not mind its case either. */
export function isFormName(uri: string): boolean {
  return FORM.test(uri);
}

/** The last segment of a URI or path with `/`. */
export function fileName(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** The same as people read it, its percent-encoding resolved. */
export function shownName(uri: string): string {
  const name = fileName(uri);
  try {
    return decodeURIComponent(name);
  } catch {
    // A lone percent sign: the name as it is, then.
    return name;
  }
}

/** The folder of a URI or path, with its `/`. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}
