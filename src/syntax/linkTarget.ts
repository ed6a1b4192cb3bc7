const DESTINATION_IN_BRACKETS = /<[^<>\n]*>/y;
const TITLE = /"[^"]*"|'[^']*'|\([^()]*\)/y;
const SPACE = /\s*/y;

/**
 * The end of `(target "title")` at an offset, the part of a link behind its `]`; undefined where there is none. As one
 * expression, it would try every way to share out a run of spaces between its parts.
 */
export function linkTargetEnd(text: string, at: number): number | undefined {
  if (text[at] !== '(') return undefined;
  const start = spaceEnd(text, at + 1);
  const end = endOf(DESTINATION_IN_BRACKETS, text, start) ?? destinationEnd(text, start);
  // Without a target, what stands behind the space is the title: `( "Autumn fair")`.
  return closeBehind(text, end) ?? (start > at + 1 ? closeBehindTitle(text, start) : undefined);
}

/** Where a sticky expression ends that matches at an offset. */
export function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Behind the last character of a target without `<>`: round brackets in it come in pairs, two deep at most. */
function destinationEnd(text: string, start: number): number {
  let end = start;
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const char = text[i] ?? '';
    if (/\s/.test(char)) return end;
    if (char === '(' && ++depth > 2) return end;
    if (char === ')' && --depth < 0) return end;
    if (depth === 0) {
      if (char === '<' || char === '>') return end;
      end = i + 1;
    }
  }
  return end;
}

function closeBehind(text: string, at: number): number | undefined {
  const next = spaceEnd(text, at);
  return (next > at ? closeBehindTitle(text, next) : undefined) ?? closeAt(text, next);
}

function closeBehindTitle(text: string, at: number): number | undefined {
  const end = endOf(TITLE, text, at);
  return end === undefined ? undefined : closeAt(text, spaceEnd(text, end));
}

function closeAt(text: string, at: number): number | undefined {
  return text[at] === ')' ? at + 1 : undefined;
}

function spaceEnd(text: string, at: number): number {
  return endOf(SPACE, text, at) ?? at;
}
