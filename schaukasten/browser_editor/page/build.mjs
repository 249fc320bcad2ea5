/**
 * This folder and its npm packages → the editor as static files: `node build.mjs OUTPUT LANGUAGE`.
 *
 * The files lie flat in the output, since Sveltia finds its fonts and codecs relative to its scripts.
 */

import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { licencesOf } from "./licences.mjs";
import { patched } from "./patches.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const PACKAGES = join(HERE, "node_modules");
const SVELTIA = join(PACKAGES, "@sveltia/cms");

// Colours for program code, and maps: nothing that our forms have.
const UNUSED = /^(@shikijs\/(langs|themes)\/.*|leaflet.*|terra-draw.*)$/;

const LOCALE = /\/locales\/[\w-]+\.json$/;

/** Leaves out what no form of ours needs, and all languages of the interface but one. */
function inLanguage(language) {
  return {
    name: "in-language",
    setup(bundle) {
      const unused = { path: "unused", namespace: "unused" };
      bundle.onResolve({ filter: UNUSED }, () => unused);
      bundle.onResolve({ filter: LOCALE }, ({ path }) =>
        basename(path, ".json") === language ? undefined : unused,
      );
      bundle.onLoad({ filter: /.*/, namespace: "unused" }, () => ({
        contents: "export default {}",
      }));
      bundle.onLoad({ filter: LOCALE }, async ({ path }) => ({
        loader: "json",
        contents: await sveltiaWords(language, path),
      }));
      bundle.onResolve({ filter: /^schaukasten:words$/ }, () => ({ path: wordsFile(language) }));
    },
  };
}

/** Our own words in a language; in English, where nobody has translated them. */
function wordsFile(language) {
  const file = join(HERE, "words", `${language}.json`);
  return existsSync(file) ? file : join(HERE, "words", "en.json");
}

function wordsOf(language) {
  return JSON.parse(readFileSync(wordsFile(language), "utf8"));
}

/** Sveltia's words in a language, with those of ours that it lacks. */
async function sveltiaWords(language, path) {
  const theirs = JSON.parse(await readFile(path, "utf8"));
  const ours = await readFile(join(HERE, "locales", `${language}.json`), "utf8").catch(() => "{}");
  return JSON.stringify(merged(theirs, JSON.parse(ours)));
}

function merged(theirs, ours) {
  const both = { ...theirs };
  for (const [key, value] of Object.entries(ours)) {
    both[key] = typeof value === "object" ? merged(theirs[key] ?? {}, value) : value;
  }
  return both;
}

const patches = {
  name: "patches",
  setup(bundle) {
    bundle.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => ({
      contents: patched(await readFile(path, "utf8")),
    }));
    // One folder for everything: what a chunk names is beside it.
    bundle.onLoad({ filter: /@sveltia\/cms\/npm\/chunks\/.*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll("../assets/", "assets/"),
    }));
  },
};

async function copyAssets(output, language) {
  await cp(join(SVELTIA, "npm/assets"), join(output, "assets"), {
    recursive: true,
    filter: (source) => !source.endsWith(".map"),
  });
  const page = await readFile(join(HERE, "index.html"), "utf8");
  const values = { ...wordsOf(language).page, language };
  const filled = page.replaceAll(/{{(\w+)}}/g, (_, name) => values[name]);
  await writeFile(join(output, "index.html"), filled);
  for (const style of ["editor.css", "access.css"])
    await cp(join(HERE, style), join(output, style));
}

const [output, language] = process.argv.slice(2);
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const { metafile } = await build({
  entryPoints: [join(HERE, "src/editor.js"), join(HERE, "src/access.js")],
  outdir: output,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  entryNames: "[name]",
  chunkNames: "[name]-[hash]",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  plugins: [inLanguage(language), patches],
});
await copyAssets(output, language);
await writeFile(join(output, "LICENCES.txt"), await licencesOf(Object.keys(metafile.inputs)));
