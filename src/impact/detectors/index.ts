import type { Detector } from '../model.ts'
import { ansibleDefaults } from './ansible-defaults.ts'
import { ansibleEnv } from './ansible-env.ts'
import { ansibleMeta } from './ansible-meta.ts'
import { ansibleTasks } from './ansible-tasks.ts'
import { codeCron } from './code-cron.ts'
import { codeEnv } from './code-env.ts'
import { codeFlags } from './code-flags.ts'
import { compose } from './compose.ts'
import { configEnv } from './config-env.ts'
import { configFile } from './config-file.ts'
import { crontab } from './crontab.ts'
import { dependencyMajor } from './dependency-major.ts'
import { dockerfile } from './dockerfile.ts'
import { envFile } from './env-file.ts'
import { featureFlag } from './feature-flag.ts'
import { fileMode } from './file-mode.ts'
import { graphql } from './graphql.ts'
import { helmChart } from './helm-chart.ts'
import { helmTemplates } from './helm-templates.ts'
import { helmValues } from './helm-values.ts'
import { kubernetes } from './kubernetes.ts'
import { kustomize } from './kustomize.ts'
import { migration } from './migration.ts'
import { openapi } from './openapi.ts'
import { protobuf } from './protobuf.ts'
import { runtimeVersion } from './runtime-version.ts'
import { scheduleFile } from './schedule-file.ts'
import { shellEnv } from './shell-env.ts'
import { systemd } from './systemd.ts'
import { terraform } from './terraform.ts'
import { webServer } from './web-server.ts'

/** Every detector. Adding one is one file and one line here. */
export const detectors: Readonly<Record<string, Detector>> = {
  dockerfile,
  compose,
  helmChart,
  helmTemplates,
  helmValues,
  kubernetes,
  kustomize,
  ansibleDefaults,
  ansibleMeta,
  ansibleTasks,
  crontab,
  envFile,
  fileMode,
  systemd,
  terraform,
  webServer,
  configFile,
  ansibleEnv,
  scheduleFile,
  codeEnv,
  codeFlags,
  configEnv,
  shellEnv,
  migration,
  openapi,
  protobuf,
  graphql,
  runtimeVersion,
  dependencyMajor,
  featureFlag,
  codeCron,
}
