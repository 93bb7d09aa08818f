import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What every page loads, in two files rather than some thirty: compressed together they weigh a tenth
 * less. Only parts that nearly all pages use belong here; charts, maps and the evaluator do not.
 */
const frameworkModules =
  /\/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\/|commonjsHelpers|preload-helper/;
const sharedModules =
  /\/app\/(paths|domain\/directory\/uai|features\/layout\/.*|ui\/(page-title|nonce|format\/.*|components\/(alert|anchor|brand-mark|breadcrumb|button|choice-field|class-names|definition-list|error-summary|field|file-field|file-row|footer|header|link|matrix-field|notice|number-field|page-title|progress-bar|scale-field|sheet|skip-links|stepper|text-field)))\.tsx?$/;

function chunkOf(id: string): string | undefined {
  if (frameworkModules.test(id)) return "framework";
  return sharedModules.test(id) ? "shared" : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  resolve: { alias: { "~db": folder("./db"), "~": folder("./app") } },
  build: {
    assetsInlineLimit: 0,
    target: "es2022",
    // A twentieth lighter than the default one; notices of licence are kept.
    minify: isSsrBuild ? false : "terser",
    terserOptions: { compress: { passes: 2 }, format: { comments: "some" } },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
  optimizeDeps: { entries: ["app/root.tsx"], exclude: ["@node-rs/argon2", "@electric-sql/pglite"] },
  ssr: { external: ["@node-rs/argon2", "@electric-sql/pglite"] },
}));
