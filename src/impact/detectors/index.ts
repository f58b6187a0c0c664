import type { Detector } from '../model.ts'

/** Every detector. Adding one is one file and one line here. */
export const detectors: Readonly<Record<string, Detector>> = {}
