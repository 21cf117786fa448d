# The server with the app, as one image. Data lies in /data unless a database is configured.
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
# better-sqlite3 compiles where its prebuilt file cannot be fetched.
RUN apt-get update \
 && apt-get install -y --no-install-recommends g++ make python3 \
 && rm -rf /var/lib/apt/lists/* \
 && npm ci
COPY . .
# Of the fonts stay the two weights that exports are set in; the largest packages of the browser stand in dist/app already.
RUN npm run build && npm prune --omit=dev \
 && find node_modules/@expo-google-fonts -name '*.ttf' ! -path '*/400Regular/*' ! -path '*/600SemiBold/*' -delete \
 && rm -rf node_modules/lucide-react node_modules/@lingui

FROM node:22-bookworm-slim
ENV NODE_ENV=production THROUGHLINE_HOST=0.0.0.0 THROUGHLINE_PORT=4400 THROUGHLINE_DATA=/data
WORKDIR /opt/throughline
COPY --from=build /src/package.json ./
COPY --from=build /src/node_modules ./node_modules
COPY --from=build /src/dist ./dist
COPY --from=build /src/server/throughline.js ./server/throughline.js
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4400
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:4400/ready').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/throughline.js", "serve"]
