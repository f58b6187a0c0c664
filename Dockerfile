# Two pins for one image: the tag for people and Dependabot, the digest for the builder.
FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS node

FROM node AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY LICENSE ./
COPY src src
COPY app app
# Readable by any user and writable by none, whatever the modes of the checkout are.
RUN rm package-lock.json .npmrc && chmod -R u=rwX,go=rX /app

FROM node
LABEL org.opencontainers.image.title="Delivery Gates" \
      org.opencontainers.image.description="The App: gates on every pull request, sign-offs before a deployment" \
      org.opencontainers.image.licenses="MIT"
# What the App never calls is no help for whoever gets in.
RUN rm -rf /usr/local/lib/node_modules /usr/local/include /opt/yarn-* \
      /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg \
    && install -d -o 10001 -g 10001 -m 0700 /data
COPY --from=build /app /app
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
USER 10001:10001
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=300s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "app/index.ts"]
