/** A text in Markdown → the pictures in it that lie beside it, each with its place and its words. */

// What an escape stands for is a letter; so is all within code and comments.
const NO_MARKS =
  /\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[^])*?(?<!`)\1(?!`)|<!--[^]*?-->/g;
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?!.*`)|~{3,})/;
// ![what is to be seen](file "line below it")
const PICTURE = new RegExp(
  [
    /!\[(?<alt>(?:[^[\]]|\[[^[\]]*\])*)\]/,
    /\(\s*(?<target><[^<>\n]*>|(?:[^\s()<>]|\((?:[^\s()]|\([^\s()]*\))*\))+)/,
    /(?:\s+(?:"(?<title>[^"]*)"|'(?<single>[^']*)'|\((?<round>[^()]*)\)))?\s*\)/,
  ]
    .map(({ source }) => source)
    .join(""),
  "dg",
);
const BLANK_LINE = /\n[ \t]*\n/;
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|\/|#|\.\.\/)/i;
// What makes a table or a heading of the lines above it.
const RULE = /^(?=.*[-=])(?:[ \t|:-]+|[ \t=]+)$/;
const IN_BLOCK = /^[ \t]+\S|^(?:[>|<:]|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^)/;
const EMPHASIS = /\*+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

/**
 * Return `{start, end, target, file, alt, title, isInSentence}` of each: `target` as it is written,
 * `isInSentence` where a paragraph can be made of it, and none of a link, a list or a table.
 */
export function picturesIn(text) {
  const marks = withoutCode(text).replaceAll(NO_MARKS, hide);
  return [...marks.matchAll(PICTURE)].flatMap((found) => {
    const { groups } = found.indices;
    const [start, end] = found.indices[0];
    const target = text.slice(...groups.target);
    const file = decoded(unescaped(target.replace(/^<|>$/g, ""))).replace(/^(?:\{\w+\}|\.\/)+/, "");
    if (!file || ADDRESS.test(file) || BLANK_LINE.test(found[0])) return [];
    const title = groups.title ?? groups.single ?? groups.round;
    return {
      ...{ start, end, target, file },
      alt: unescaped(text.slice(...groups.alt)),
      title: title && unescaped(text.slice(...title)),
      isInSentence: isInSentence(marks, start, end),
    };
  });
}

/** A name as the target of a picture. */
export function encoded(name) {
  return name.replace(/[^\p{L}\p{N}\p{M}\p{Cs}/._~+,=@$-]/gu, (sign) =>
    encodeURIComponent(sign).replace(
      /[!'()*]/g,
      (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  );
}

/** The name that a target means; a percent sign may be one. */
function decoded(target) {
  return target.replace(/(?:%[\da-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs;
    }
  });
}

function unescaped(text) {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

function hide(text) {
  return text.replace(/[^\n]/g, "\0");
}

/** The text with nothing in lines between fences; lines that are only further in are no code to us. */
function withoutCode(text) {
  let fence = "";
  return text
    .split("\n")
    .map((line) => {
      const mark = FENCE.exec(line)?.[1];
      if (!fence && !mark) return line;
      if (!fence) fence = mark;
      else if (mark?.startsWith(fence) && line.trim().endsWith(mark)) fence = "";
      return hide(line);
    })
    .join("\n");
}

/** Whether it stands in a paragraph, outside of all that it would tear apart. */
function isInSentence(marks, start, end) {
  const before = marks.slice(0, start).split(BLANK_LINE).at(-1).replace(/^\n+/, "");
  const [behind] = marks.slice(end).split(BLANK_LINE, 1);
  const lines = `${before}x${behind}`.split("\n");
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (IN_BLOCK.test(lines[0]) || IN_BLOCK.test(`${line}x`) || line.startsWith("#")) return false;
  if (lines.some((one) => RULE.test(one))) return false;
  let open = before;
  for (let inner; inner !== open;) {
    inner = open;
    open = inner.replace(/\[[^[\]]*\]|\([^()]*\)/g, "");
  }
  return !/[[(]/.test(open) && (before.match(EMPHASIS) ?? []).length % 2 === 0;
}
