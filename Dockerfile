# One process. By Socket Mode it needs no public address; for HTTP set LCAT_HTTP_HOST=0.0.0.0 (docs/http.md).
FROM python:3.12-slim AS build
ENV UV_PYTHON_DOWNLOADS=never UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /app
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN uv sync --locked --no-dev --no-install-project
COPY bot bot
COPY handlers handlers
COPY prompts prompts
COPY storage storage
COPY manifest.yml ./
RUN uv sync --locked --no-dev --no-editable

FROM python:3.12-slim
RUN useradd --create-home lcat && mkdir /data && chown lcat /data
COPY --from=build /app/.venv /app/.venv
USER lcat
ENV PATH=/app/.venv/bin:$PATH LCAT_DATABASE_URL=sqlite:////data/lcat.sqlite3 LCAT_LOG_FORMAT=json
VOLUME /data
EXPOSE 3000
CMD ["lcat", "serve"]
