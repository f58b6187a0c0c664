import { html } from 'hono/html'
import type { Html } from './markdown.ts'
import type { BlobView } from './view.ts'

export interface DiffFile {
  readonly filename: string
  readonly previous_filename?: string | undefined
  readonly status: string
  readonly additions: number
  readonly deletions: number
  /** As in the REST API: hunks without file headers; absent for binary and very large files. */
  readonly patch?: string | undefined
}

interface Row {
  readonly kind: 'hunk' | 'note' | 'added' | 'removed' | 'context'
  readonly text: string
  readonly old?: number
  readonly new?: number
}

export function renderDiff(file: DiffFile): Html {
  const from = file.previous_filename ? html`${file.previous_filename} → ` : ''
  const body =
    file.patch === undefined
      ? html`<p class="body muted">No text to compare.</p>`
      : html`<table class="diff"><tbody>${diffRows(file.patch).map(renderRow)}</tbody></table>`
  return html`<div class="card file"><details open>
<summary><span class="add">+${file.additions}</span> <span class="del">−${file.deletions}</span>
<span class="mono">${from}${file.filename}</span> <span class="label">${file.status}</span></summary>
${body}</details></div>`
}

export function diffRows(patch: string): readonly Row[] {
  const rows: Row[] = []
  let [oldLine, newLine] = [0, 0]
  for (const line of patch.replace(/\n$/, '').split('\n')) {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)
    const text = line.slice(1)
    if (hunk !== null) {
      oldLine = Number(hunk[1])
      newLine = Number(hunk[2])
      rows.push({ kind: 'hunk', text: line })
    } else if (line.startsWith('+')) rows.push({ kind: 'added', text, new: newLine++ })
    else if (line.startsWith('-')) rows.push({ kind: 'removed', text, old: oldLine++ })
    else if (line.startsWith('\\')) rows.push({ kind: 'note', text: line })
    else rows.push({ kind: 'context', text, old: oldLine++, new: newLine++ })
  }
  return rows
}

function renderRow(row: Row): Html {
  if (row.kind === 'hunk' || row.kind === 'note')
    return html`<tr class="hunk"><td class="line"></td><td class="line"></td><td>${row.text}</td></tr>\n`
  const sign = { added: '+', removed: '-', context: ' ' }[row.kind]
  return html`<tr class="${row.kind}"><td class="line">${row.old}</td><td class="line">${row.new}</td><td>${sign}${row.text}</td></tr>\n`
}

export function renderBlob({ repository, ref, path, text }: BlobView): Html {
  const lines = text?.replace(/\n$/, '').split('\n') ?? []
  const body =
    text === undefined
      ? html`<p class="body muted">No text.</p>`
      : html`<table class="diff"><tbody>${lines.map(
          (line, index) => html`<tr id="L${index + 1}"><td class="line">${index + 1}</td><td>${line}</td></tr>\n`,
        )}</tbody></table>`
  return html`<h1 class="mono">${path}</h1><p class="muted">${repository} at <span class="mono">${ref}</span></p><div class="card">${body}</div>`
}
