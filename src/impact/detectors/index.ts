import type { Detector } from '../model.ts'
import { compose } from './compose.ts'
import { dockerfile } from './dockerfile.ts'
import { helmChart } from './helm-chart.ts'
import { helmTemplates } from './helm-templates.ts'
import { helmValues } from './helm-values.ts'
import { kubernetes } from './kubernetes.ts'
import { kustomize } from './kustomize.ts'

/** Every detector. Adding one is one file and one line here. */
export const detectors: Readonly<Record<string, Detector>> = {
  dockerfile,
  compose,
  helmChart,
  helmTemplates,
  helmValues,
  kubernetes,
  kustomize,
}
