/** Reads the files in which Git keeps its settings, as the manual of git-config describes them. */

export interface GitSetting {
  /** Section and name, in small letters as case does not count; what stands between them in quotes keeps its case. */
  readonly key: string;
  /** `true` where the name stands alone, as to Git. */
  readonly value: string;
}

const SECTION = /^\[[ \t]*([\w.-]+)(?:[ \t]+"((?:[^"\\]|\\.)*)")?[ \t]*\]/;
const NAME = /^([a-z][\w-]*)[ \t]*(?:=[ \t]*|$|(?=[#;]))/i;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b' };

/** The settings in their order: of several with one key the last counts. A line that is none is passed over. */
export function readGitConfig(text: string): GitSetting[] {
  const settings: GitSetting[] = [];
  let section = '';
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    let line = (lines[i] ?? '').trim();
    const header = SECTION.exec(line);
    if (header) {
      const [whole, name = '', part] = header;
      section = name.toLowerCase() + (part === undefined ? '' : `.${part.replace(/\\(.)/g, '$1')}`);
      // A setting may stand behind it.
      line = line.slice(whole.length).trimStart();
    }
    const start = NAME.exec(line);
    if (!start) continue;
    const value = new ValueReader();
    let rest: string | undefined = line.slice(start[0].length);
    while (rest !== undefined && value.goesOnBehind(rest)) rest = lines[++i];
    const [written, name = ''] = start;
    const isAlone = !written.includes('=');
    settings.push({ key: `${section}.${name.toLowerCase()}`, value: isAlone ? 'true' : value.text() });
  }
  return settings;
}

/** One value, which may go on in the next line. */
class ValueReader {
  readonly #parts: string[] = [];
  #isQuoted = false;
  /** Blanks that belong to the value only if something stands behind them. */
  #blanks = '';

  /** Takes in a line. @returns whether the value goes on in the next one */
  goesOnBehind(line: string): boolean {
    for (let at = 0; at < line.length; at++) {
      const sign = line.charAt(at);
      if (sign === '\\') {
        const next = line[++at];
        if (next === undefined) return true;
        this.#add(ESCAPED[next] ?? next);
      } else if (sign === '"') {
        this.#add('');
        this.#isQuoted = !this.#isQuoted;
      } else if (!this.#isQuoted && (sign === '#' || sign === ';')) return false;
      else if (!this.#isQuoted && (sign === ' ' || sign === '\t')) this.#blanks += sign;
      else this.#add(sign);
    }
    return false;
  }

  text(): string {
    return this.#parts.join('');
  }

  #add(sign: string): void {
    // In front of the value they are none of it.
    this.#parts.push(this.#parts.length === 0 ? sign : this.#blanks + sign);
    this.#blanks = '';
  }
}
