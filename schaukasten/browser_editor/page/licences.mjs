/** What is in the bundle → the text that names each part of it, its owners and its licence. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const PACKAGES = join(HERE, "node_modules");
const LINE = `\n${"-".repeat(72)}\n`;
/** In which a package may have its licence. */
const FILES = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "license", "License.txt"];
/** What a licence asks for beside its own text. */
const WITH = { "LGPL-3.0-or-later": ["GPL-3.0-or-later"] };
/** Asks for nothing. */
const WITHOUT_TEXT = new Set(["WTFPL"]);

/** Return the text, for the files that esbuild has put into the bundle. */
export async function licencesOf(inputs) {
  const names = new Set(
    inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  );
  const texts = await Promise.all([...names].sort().map(licenceOf));
  return [...texts, ...(await licencesInSveltia())].join(LINE);
}

async function licenceOf(name) {
  const description = await readFile(join(PACKAGES, name, "package.json"), "utf8");
  const { version, license } = JSON.parse(description);
  for (const file of FILES) {
    const text = await readFile(join(PACKAGES, name, file), "utf8").catch(() => null);
    if (text !== null) return `${name} ${version} (${license})\n\n${text}`;
  }
  throw new Error(`${name} holds no text of its licence.`);
}

/**
 * Return a text for each licence of the packages that are a part of Sveltia as it comes from npm, which
 * holds neither them nor their texts. A new version of one is looked at anew: its owners are in
 * `licences/sveltia.json`, by licence.
 */
async function licencesInSveltia() {
  const known = JSON.parse(await readFile(join(HERE, "licences", "sveltia.json"), "utf8"));
  const listed = Object.values(known).flatMap((packages) => Object.keys(packages));
  const inside = await packagesInSveltia();
  const wrong = [
    ...inside.filter((name) => !listed.includes(name)),
    // Others, with a space in their name, are parts of these packages.
    ...listed.filter((name) => !name.includes(" ") && !inside.includes(name)),
  ];
  if (wrong.length) throw new Error(`licences/sveltia.json is of another version: ${wrong}`);
  return Promise.all(
    Object.entries(known).map(async ([licence, packages]) => {
      const owners = Object.entries(packages).map(([name, lines]) => [name, ...lines].join("\n  "));
      const wanted = WITHOUT_TEXT.has(licence) ? [] : [licence, ...(WITH[licence] ?? [])];
      const texts = await Promise.all(
        wanted.map((one) => readFile(join(HERE, "licences", `${one}.txt`), "utf8")),
      );
      const head = `Parts of @sveltia/cms as it comes from npm (${licence}):`;
      return [head, owners.join("\n"), ...texts].join("\n\n");
    }),
  );
}

/** The names and versions of what Sveltia was bundled from, as its source map has them. */
async function packagesInSveltia() {
  const file = join(PACKAGES, "@sveltia/cms/npm/index.js.map");
  const names = JSON.parse(await readFile(file, "utf8")).sources.flatMap((path) => {
    const found = /\.pnpm\/([^/_(]+)[^/]*\/node_modules\//.exec(path);
    return found ? found[1].replace("+", "/") : [];
  });
  return [...new Set(names)].sort();
}
