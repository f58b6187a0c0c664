/** The page's only stylesheet: system fonts, light and dark, usable on a phone. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --text: #1f2328; --muted: #59636e; --line: #d1d9e0; --back: #ffffff; --band: #f6f8fa; --link: #0969da;
  --passed: #1a7f37; --waiting: #9a6700; --failed: #d1242f; --unknown: #59636e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --muted: #9198a1; --line: #3d444d; --back: #0d1117; --band: #151b23; --link: #4493f8;
    --passed: #3fb950; --waiting: #d29922; --failed: #f85149; --unknown: #9198a1;
  }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--text); background: var(--back); font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline; padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); background: var(--band); }
h1 { font-size: 1.3rem; margin: 0; }
header p { margin: 0; color: var(--muted); }
nav { margin-left: auto; }
nav a { margin-left: .75rem; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
section { overflow-x: auto; }
h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-weight: 600; white-space: nowrap; }
td { overflow-wrap: break-word; }
td:nth-child(n + 3) { white-space: nowrap; }
time, code { white-space: nowrap; }
code { font: .9em ui-monospace, monospace; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
.title, .none { color: var(--muted); }
.verdict { font-weight: 600; white-space: nowrap; }
.verdict.passed { color: var(--passed); } .verdict.waiting { color: var(--waiting); }
.verdict.failed { color: var(--failed); } .verdict.unknown { color: var(--unknown); }
`
