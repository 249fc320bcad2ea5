/** The configuration of all forms → what a key is called in them, and which form a file has. */

/** Return by each key the label of its field. */
export function labelsOf(collections) {
  const labels = {};
  const add = (field) => {
    labels[field.name] ??= field.label;
    for (const inner of [...(field.fields ?? []), ...(field.field ? [field.field] : [])])
      add(inner);
  };
  for (const { fields = [], files = [] } of collections) {
    fields.forEach(add);
    files.flatMap((file) => file.fields).forEach(add);
  }
  return labels;
}

/** Return the shape of the file at a path, which may be one to be. */
export function shapeAt(path, { cms, shapes }) {
  const holder = cms.collections
    .flatMap((collection) => collection.files ?? [collection])
    .find(({ file, folder }) => file === path || path.startsWith(`${folder}/`));
  return shapes[holder.format];
}
