import type { Report } from '../report.ts';
import { jsonText } from './jsonText.ts';

/** docs/format.md section 5, "JSON of `check`". */
export function jsonReport({ files, summary }: Report): string {
  const { files: checked, tasks, open, owned, unowned, errors, warnings, known } = summary;
  const json = {
    version: 1,
    files: files.map(({ path, problems }) => ({
      path,
      problems: problems.map(({ rule, severity, message, range }) => ({ rule, severity, message, range })),
    })),
    summary: {
      files: checked,
      tasks,
      open,
      owned,
      unowned,
      errors,
      warnings,
      ...(known && { known: known.problems }),
    },
  };
  return jsonText(json);
}
