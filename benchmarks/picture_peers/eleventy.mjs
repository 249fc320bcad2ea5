// A photograph, a folder and widths → its files as eleventy-img makes them by default.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [packages, photograph, outputDir, ...widths] = process.argv.slice(2);
const main = createRequire(`${packages}/`).resolve("@11ty/eleventy-img");
const { default: image } = await import(pathToFileURL(main).href);
const start = process.cpuUsage();
const made = await image(photograph, {
  widths: widths.map(Number),
  outputDir,
  useCache: false,
});
const { user, system } = process.cpuUsage(start);
const files = Object.values(made).flat().map(({ format, width, outputPath }) => [format, width, outputPath]);
console.log(JSON.stringify({ seconds: (user + system) / 1e6, files }));
