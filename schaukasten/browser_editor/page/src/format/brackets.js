/** What stands in brackets and what shall stand there → pieces, with its own commas. */

/**
 * `places` are those of the old parts; each of `parts` has its `pieces` and the place `old` among
 * the old ones, or -1.
 */
export function flowPieces(source, node, places, parts) {
  const [start, end] = node.range;
  if (!places.length) {
    return [[start, start + 1], ...joined(parts, () => ", "), [end - 1, end]];
  }
  const between = places.slice(1).map(([next], n) => [places[n][1], next]);
  const usual = between.find((place) => !source.slice(...place).includes("#")) ?? ", ";
  // A note stays behind what it stands behind.
  const separator = (before) => between[before.old] ?? usual;
  return [[start, places[0][0]], ...joined(parts, separator), [places.at(-1)[1], end]];
}

function joined(parts, separator) {
  return parts.flatMap((part, at) =>
    at ? [separator(parts[at - 1]), ...part.pieces] : part.pieces,
  );
}
