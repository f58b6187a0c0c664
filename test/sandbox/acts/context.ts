import type { Hooks } from '../hooks.ts'
import type { World } from '../state.ts'

/** What every act needs: the state it changes and the hooks that tell of it. */
export interface Site {
  readonly world: World
  readonly hooks: Hooks
}
