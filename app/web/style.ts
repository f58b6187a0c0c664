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
.account { margin: 0; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; color: var(--muted); }
.subject { font-size: 1.1rem; margin: .5rem 0; }
.about { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1rem 0; }
.about > div { display: contents; }
.about dt { color: var(--muted); }
.about dd { margin: 0; overflow-wrap: anywhere; }
.about code { white-space: normal; }
.notice { border: 1px solid var(--line); border-left: 4px solid var(--waiting); background: var(--band); padding: .6rem .9rem; margin: 1rem 0; }
.items, .wishes { list-style: none; margin: 0; padding: 0; }
.items > li { display: grid; grid-template-columns: 1.75rem 1fr; padding: .9rem 0; border-bottom: 1px solid var(--line); }
.items .mark { font-weight: 700; color: var(--unknown); }
.items .done .mark { color: var(--passed); } .items .stale .mark { color: var(--failed); } .items .open .mark { color: var(--waiting); }
.items p { margin: 0 0 .25rem; }
.items .text code { color: var(--muted); margin-left: .5rem; }
.pieces, .help { color: var(--muted); }
.forms { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; margin-top: .5rem; }
.forms details form { margin-top: .5rem; }
summary { cursor: pointer; color: var(--link); }
button, .button { display: inline-block; font: inherit; color: var(--text); background: var(--band); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .9rem; cursor: pointer; }
button.primary { color: #ffffff; background: #1a7f37; border-color: #1a7f37; font-weight: 600; }
button:focus-visible, input:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
input { font: inherit; color: var(--text); background: var(--back); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .5rem; }
.wishes li { padding: .5rem .9rem; margin: .5rem 0; border-left: 4px solid var(--line); background: var(--band); }
.wishes .pending { border-left-color: var(--waiting); }
`
